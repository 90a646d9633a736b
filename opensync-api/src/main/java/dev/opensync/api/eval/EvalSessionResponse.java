package dev.opensync.api.eval;

import dev.opensync.eval.EvalMark;
import dev.opensync.eval.MarkedSession;
import dev.opensync.session.SessionSummary;
import dev.opensync.shared.Dollars;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A session and its marks on the wire; what is not known is absent, {@code testCases} until they are counted. */
public record EvalSessionResponse(
        String id,
        String externalId,
        @Nullable String title,
        @Nullable String projectPath,
        @Nullable String projectName,
        @Nullable String model,
        String source,
        long totalTokens,
        BigDecimal cost,
        int messageCount,
        long createdAt,
        long updatedAt,
        boolean evalReady,
        @Nullable Long reviewedAt,
        String evalStatus,
        @Nullable String evalNotes,
        List<String> evalTags,
        @Nullable String expectedOutput,
        @Nullable Integer testCases) {

    static EvalSessionResponse of(MarkedSession marked) {
        return of(marked.session(), marked.mark(), marked.testCases());
    }

    static EvalSessionResponse of(SessionSummary session, EvalMark mark, @Nullable Integer testCases) {
        Instant reviewedAt = mark.reviewedAt();
        return new EvalSessionResponse(
                session.id(),
                session.externalId(),
                session.title(),
                session.projectPath(),
                session.projectName(),
                session.model(),
                session.source(),
                session.tokens().total(),
                Dollars.ofMicros(session.costMicros()),
                session.messageCount(),
                session.createdAt().toEpochMilli(),
                session.updatedAt().toEpochMilli(),
                mark.ready(),
                reviewedAt == null ? null : Long.valueOf(reviewedAt.toEpochMilli()),
                mark.status().wireName(),
                emptyToNull(mark.notes()),
                mark.tags(),
                emptyToNull(mark.expectedOutput()),
                testCases);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
