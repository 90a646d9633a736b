/** Vocabulary that every feature uses: pages, token counts, failures, the clock. */
@NullMarked
package dev.opensync.shared;

import org.jspecify.annotations.NullMarked;
