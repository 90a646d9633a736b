/** Whole sessions written out for people and programs. */
@NullMarked
package dev.opensync.export;

import org.jspecify.annotations.NullMarked;
