/** Finding sessions by every word in them: the index, what feeds it, and the queries it answers. */
@NullMarked
package dev.opensync.search;

import org.jspecify.annotations.NullMarked;
