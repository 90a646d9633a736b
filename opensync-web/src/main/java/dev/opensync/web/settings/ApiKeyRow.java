package dev.opensync.web.settings;

import dev.opensync.account.ApiKeySummary;
import dev.opensync.account.Scope;
import dev.opensync.web.faces.Formats;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One API key as the settings list it; times are null where there is none. */
public record ApiKeyRow(
        long id,
        String name,
        String prefix,
        List<String> scopes,
        Time created,
        @Nullable Time expires,
        boolean expired,
        @Nullable Time lastUsed,
        @Nullable String client) {

    /** A time for the browser to write in its own zone, and how it reads without that. */
    public record Time(String iso, String text) {}

    static ApiKeyRow of(ApiKeySummary key, Instant now) {
        Instant expires = key.expiresAt();
        return new ApiKeyRow(
                key.id(),
                key.name(),
                key.prefix(),
                key.scopes().stream().sorted().map(ApiKeyRow::word).toList(),
                time(key.createdAt(), now),
                expires == null ? null : new Time(expires.toString(), Formats.date(expires)),
                expires != null && !expires.isAfter(now),
                key.lastUsedAt() == null ? null : time(key.lastUsedAt(), now),
                key.lastUsedClient());
    }

    static String word(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    static String date(Instant instant) {
        return instant.toString().substring(0, 10);
    }

    private static Time time(Instant instant, Instant now) {
        return new Time(instant.toString(), Formats.ago(instant, now));
    }
}
