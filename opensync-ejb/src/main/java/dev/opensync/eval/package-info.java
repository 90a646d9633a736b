/** Sessions that their owner has chosen for evaluations, what is said of them, and how much there is. */
@NullMarked
package dev.opensync.eval;

import org.jspecify.annotations.NullMarked;
