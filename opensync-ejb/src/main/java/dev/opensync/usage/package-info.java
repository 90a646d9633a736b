/** Tokens, cost and time summed by day, source, provider, model and project. */
@NullMarked
package dev.opensync.usage;

import org.jspecify.annotations.NullMarked;
