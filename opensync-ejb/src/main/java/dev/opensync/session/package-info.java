/** Coding sessions and their messages, as they are read. */
@NullMarked
package dev.opensync.session;

import org.jspecify.annotations.NullMarked;
