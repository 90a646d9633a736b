/** What is asked and answered in sessions, as test cases. */
@NullMarked
package dev.opensync.eval.cases;

import org.jspecify.annotations.NullMarked;
