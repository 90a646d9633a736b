/** Sessions for evaluations: marking them, and taking their test cases out. */
@NullMarked
package dev.opensync.api.eval;

import org.jspecify.annotations.NullMarked;
