/** Reading JSON from strangers: tolerant of spelling, exact in what is kept. */
@NullMarked
package dev.opensync.api.json;

import org.jspecify.annotations.NullMarked;
