/** What the plugins call. */
@NullMarked
package dev.opensync.api.sync;

import org.jspecify.annotations.NullMarked;
