/** The meaning of texts as vectors: computed in this process, or by an endpoint of the house. */
@NullMarked
package dev.opensync.embedding;

import org.jspecify.annotations.NullMarked;
