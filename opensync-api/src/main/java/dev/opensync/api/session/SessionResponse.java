package dev.opensync.api.session;

import dev.opensync.session.SessionSummary;
import dev.opensync.shared.Dollars;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A session on the wire: times in epoch milliseconds, cost in US dollars, what is not known is absent. */
public record SessionResponse(
        String id,
        String externalId,
        @Nullable String title,
        @Nullable String projectPath,
        @Nullable String projectName,
        @Nullable String model,
        @Nullable String provider,
        String source,
        long promptTokens,
        long completionTokens,
        long totalTokens,
        @Nullable Boolean tokensEstimated,
        BigDecimal cost,
        @Nullable Long durationMs,
        boolean isPublic,
        boolean evalReady,
        int messageCount,
        long createdAt,
        long updatedAt) {

    public static SessionResponse of(SessionSummary session) {
        return new SessionResponse(
                session.id(),
                session.externalId(),
                session.title(),
                session.projectPath(),
                session.projectName(),
                session.model(),
                session.provider(),
                session.source(),
                session.tokens().prompt(),
                session.tokens().completion(),
                session.tokens().total(),
                session.tokensEstimated() ? Boolean.TRUE : null,
                Dollars.ofMicros(session.costMicros()),
                session.durationMs(),
                session.isPublic(),
                session.evalReady(),
                session.messageCount(),
                session.createdAt().toEpochMilli(),
                session.updatedAt().toEpochMilli());
    }
}
