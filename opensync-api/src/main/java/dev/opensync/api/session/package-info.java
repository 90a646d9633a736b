/** Sessions and their messages, read by programs. */
@NullMarked
package dev.opensync.api.session;

import org.jspecify.annotations.NullMarked;
