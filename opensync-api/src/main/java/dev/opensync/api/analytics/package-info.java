/** Sums for programs. */
@NullMarked
package dev.opensync.api.analytics;

import org.jspecify.annotations.NullMarked;
