/** Test cases that are kept as they were, to be exported again and compared. */
@NullMarked
package dev.opensync.eval.dataset;

import org.jspecify.annotations.NullMarked;
