/** Whole sessions as downloads. */
@NullMarked
package dev.opensync.api.export;

import org.jspecify.annotations.NullMarked;
