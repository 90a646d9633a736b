package dev.opensync.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pack of context as a list shows it.
 *
 * @param slug by which agents ask for it; stays when the pack is renamed
 * @param sessions how many it has something of
 * @param selection whether its sessions were chosen one by one, so that a refresh brings no others
 * @param lastUsedAt null if nobody asked for it yet
 */
public record PackSummary(
        String slug,
        String name,
        String words,
        int sessions,
        int maxTokens,
        boolean selection,
        Instant createdAt,
        Instant refreshedAt,
        @Nullable Instant lastUsedAt) {}
