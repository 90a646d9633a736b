package dev.opensync.api.account;

import dev.opensync.account.AccountProfile;
import dev.opensync.account.ApiKeySummary;
import dev.opensync.account.Caller;
import dev.opensync.session.LastSync;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose credential a request carries, what it may do, and when which tool last changed a session of this account. */
public record MeResponse(
        String id,
        String name,
        @Nullable String email,
        String role,
        List<String> scopes,
        @Nullable Key apiKey,
        @Nullable Long lastSyncAt,
        @Nullable String lastSyncSource,
        String serverVersion) {

    static MeResponse of(
            AccountProfile account,
            Caller caller,
            @Nullable ApiKeySummary key,
            @Nullable LastSync lastSync,
            String serverVersion) {
        return new MeResponse(
                Long.toString(account.id()),
                account.name(),
                account.email(),
                wireName(account.role()),
                caller.scopes().stream().map(MeResponse::wireName).sorted().toList(),
                key == null ? null : Key.of(key),
                lastSync == null ? null : lastSync.at().toEpochMilli(),
                lastSync == null ? null : lastSync.source(),
                serverVersion);
    }

    private static String wireName(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The key in use; {@code prefix} tells it apart from others, {@code expiresAt} is absent if it does not expire. */
    public record Key(
            String name,
            String prefix,
            long createdAt,
            @Nullable Long expiresAt) {

        static Key of(ApiKeySummary key) {
            Instant expiresAt = key.expiresAt();
            return new Key(
                    key.name(),
                    key.prefix(),
                    key.createdAt().toEpochMilli(),
                    expiresAt == null ? null : expiresAt.toEpochMilli());
        }
    }
}
