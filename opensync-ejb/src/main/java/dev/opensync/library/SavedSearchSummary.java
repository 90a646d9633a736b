package dev.opensync.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A saved search of one account.
 *
 * @param lastUsedAt null if it was not run again yet
 */
public record SavedSearchSummary(
        long id,
        SavedSearchTerms terms,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {}
