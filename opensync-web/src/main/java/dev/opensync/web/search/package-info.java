/** The search indexes, as administrators look after them. */
@NullMarked
package dev.opensync.web.search;

import org.jspecify.annotations.NullMarked;
