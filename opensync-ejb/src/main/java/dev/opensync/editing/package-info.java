/** What the owner of a session does to it, as opposed to what the coding tool reports. */
@NullMarked
package dev.opensync.editing;

import org.jspecify.annotations.NullMarked;
