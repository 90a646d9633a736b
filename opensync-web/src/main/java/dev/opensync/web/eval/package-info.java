/** Sessions as test cases: judging them, the page of evals, exporting them, and datasets. */
@NullMarked
package dev.opensync.web.eval;

import org.jspecify.annotations.NullMarked;
