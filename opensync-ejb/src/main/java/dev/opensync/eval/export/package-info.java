/** Test cases written as the tools for evaluations read them. */
@NullMarked
package dev.opensync.eval.export;

import org.jspecify.annotations.NullMarked;
