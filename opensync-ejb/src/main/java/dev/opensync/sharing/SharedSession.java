package dev.opensync.sharing;

import dev.opensync.session.SessionSummary;
import dev.opensync.shared.TokenUsage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as everybody with its link sees it; nothing of its owner, its project or its evaluations.
 *
 * @param title null if it has none
 */
public record SharedSession(
        @Nullable String title,
        String source,
        @Nullable String model,
        TokenUsage tokens,
        boolean tokensEstimated,
        @Nullable Long durationMs,
        Instant createdAt) {

    static SharedSession of(SessionSummary session, Redaction redaction) {
        String title = session.title();
        return new SharedSession(
                title == null ? null : redaction.of(title),
                session.source(),
                session.model(),
                session.tokens(),
                session.tokensEstimated(),
                session.durationMs(),
                session.createdAt());
    }
}
