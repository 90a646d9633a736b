package dev.opensync.web.session;

import dev.opensync.session.SessionSummary;
import dev.opensync.web.faces.Formats;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One session as lists and its own header show it, every value as it is written.
 *
 * @param title null if it has none
 * @param project its name, else its path, else null
 * @param estimated whether the tokens are the sum over the messages because the tool reported no total
 * @param cost null if none was reported
 * @param duration likewise
 */
public record ShownSession(
        String id,
        SourceBadge badge,
        @Nullable String title,
        @Nullable String project,
        @Nullable String model,
        int messages,
        Tokens tokens,
        boolean estimated,
        @Nullable String cost,
        @Nullable String duration,
        When updated) {

    /** Token counts as they are written; {@code exact} in full digits. */
    public record Tokens(String total, String prompt, String completion, long exact) {}

    /** A time for the browser to write in its own zone, and how it reads without that. */
    public record When(String iso, String relative) {}

    public static ShownSession of(SessionSummary session, Instant now) {
        return new ShownSession(
                session.id(),
                SourceBadge.of(session.source()),
                blankToNull(session.title()),
                project(session),
                blankToNull(session.model()),
                session.messageCount(),
                new Tokens(
                        Formats.count(session.tokens().total()),
                        Formats.count(session.tokens().prompt()),
                        Formats.count(session.tokens().completion()),
                        session.tokens().total()),
                session.tokensEstimated(),
                session.costMicros() == 0 ? null : Formats.cost(session.costMicros()),
                session.durationMs() == null || session.durationMs() == 0
                        ? null
                        : Formats.duration(session.durationMs()),
                new When(session.updatedAt().toString(), Formats.ago(session.updatedAt(), now)));
    }

    /** Its name, else its path; null if it has neither. */
    static @Nullable String project(SessionSummary session) {
        String name = blankToNull(session.projectName());
        return name == null ? blankToNull(session.projectPath()) : name;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
