package dev.opensync.api.library;

import dev.opensync.library.PackSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pack of context on the wire, without what it holds.
 *
 * @param id the end of its address, which stays
 * @param selection whether its sessions were chosen one by one
 * @param link where agents get it
 */
public record PackResponse(
        String id,
        String name,
        String query,
        int sessionCount,
        int maxTokens,
        boolean selection,
        long createdAt,
        long refreshedAt,
        @Nullable Long lastUsedAt,
        String link) {

    static PackResponse of(PackSummary pack, String baseUrl) {
        Instant lastUsedAt = pack.lastUsedAt();
        return new PackResponse(
                pack.slug(),
                pack.name(),
                pack.words(),
                pack.sessions(),
                pack.maxTokens(),
                pack.selection(),
                pack.createdAt().toEpochMilli(),
                pack.refreshedAt().toEpochMilli(),
                lastUsedAt == null ? null : lastUsedAt.toEpochMilli(),
                baseUrl + "/api/context/packs/" + pack.slug());
    }

    /** All of an account, by name. */
    public record All(List<PackResponse> packs) {}
}
