package dev.opensync.web.context;

import dev.opensync.library.PackSummary;
import dev.opensync.web.faces.Formats;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pack of context as the page lists it.
 *
 * @param call by which an agent gets it
 * @param used null if nobody asked for it yet
 */
public record ShownPack(
        String slug,
        String name,
        String words,
        int sessions,
        String maxTokens,
        boolean selection,
        String call,
        When refreshed,
        @Nullable When used) {

    static ShownPack of(PackSummary pack, String baseUrl, Instant now) {
        Instant lastUsedAt = pack.lastUsedAt();
        return new ShownPack(
                pack.slug(),
                pack.name(),
                pack.words(),
                pack.sessions(),
                Formats.grouped(pack.maxTokens()),
                pack.selection(),
                "curl \"" + baseUrl + "/api/context/packs/" + pack.slug()
                        + "?format=markdown\" -H \"Authorization: Bearer $OPENSYNC_API_KEY\"",
                When.of(pack.refreshedAt(), now),
                lastUsedAt == null ? null : When.of(lastUsedAt, now));
    }
}
