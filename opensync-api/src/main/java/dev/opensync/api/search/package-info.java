/** The search on the wire. */
@NullMarked
package dev.opensync.api.search;

import org.jspecify.annotations.NullMarked;
