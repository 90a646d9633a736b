/** How long a search takes in a large history, beside ripgrep and SQLite on the same text. */
@NullMarked
package dev.opensync.bench.search;

import org.jspecify.annotations.NullMarked;
