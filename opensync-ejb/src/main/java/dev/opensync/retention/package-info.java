/** Removing what was kept for a while and is of no use any more. */
@NullMarked
package dev.opensync.retention;

import org.jspecify.annotations.NullMarked;
