/** What a server does by itself after its start: putting sums right and removing leftovers. */
@NullMarked
package dev.opensync.test.upkeep;

import org.jspecify.annotations.NullMarked;
