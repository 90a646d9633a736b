/** How long the pages of the console take with a large history. */
@NullMarked
package dev.opensync.bench.page;

import org.jspecify.annotations.NullMarked;
