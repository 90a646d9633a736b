/** Pages of the sessions. */
@NullMarked
package dev.opensync.web.session;

import org.jspecify.annotations.NullMarked;
