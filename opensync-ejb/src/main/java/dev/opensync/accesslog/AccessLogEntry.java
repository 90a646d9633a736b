package dev.opensync.accesslog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of the read API by one account.
 *
 * @param apiKeyId null for a caller with a JSON Web Token
 * @param endpoint path of the route without query and without ids, for example {@code /api/sessions/{id}}
 * @param responseTimeMillis until the last byte was written
 */
public record AccessLogEntry(
        long accountId,
        @Nullable Long apiKeyId,
        String endpoint,
        String method,
        int statusCode,
        long responseTimeMillis,
        Instant createdAt) {}
