package dev.opensync.api.library;

import dev.opensync.library.SavedSearchSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A saved search on the wire, named as opensync planned it.
 *
 * @param lastUsedAt absent if it was not run again yet
 */
public record SavedSearchResponse(
        String id,
        String name,
        String query,
        String searchType,
        int limit,
        int tokenBudget,
        long createdAt,
        @Nullable Long lastUsedAt) {

    static SavedSearchResponse of(SavedSearchSummary search) {
        Instant lastUsedAt = search.lastUsedAt();
        return new SavedSearchResponse(
                Long.toString(search.id()),
                search.terms().name(),
                search.terms().words(),
                search.terms().type().wireName(),
                search.terms().limit(),
                search.terms().maxTokens(),
                search.createdAt().toEpochMilli(),
                lastUsedAt == null ? null : lastUsedAt.toEpochMilli());
    }

    /** All of an account, what was used or made last first. */
    public record All(List<SavedSearchResponse> savedSearches) {}
}
