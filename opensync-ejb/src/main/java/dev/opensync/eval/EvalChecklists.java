package dev.opensync.eval;

import dev.opensync.eval.cases.CaseCounts;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.SpokenMessage;
import dev.opensync.eval.cases.Walk;
import dev.opensync.session.EvalStatus;
import dev.opensync.session.MessageRole;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptReader;
import dev.opensync.sharing.SecretScan;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;

/** Looks at a whole session to tell whether it is fit for evaluations. */
@ApplicationScoped
public class EvalChecklists {

    /** Who pauses for longer has probably gone on with something else. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final Set<MessageRole> EXCHANGE = Set.of(MessageRole.USER, MessageRole.ASSISTANT);

    @EJB
    SessionService sessions;

    @EJB
    EvalService evals;

    @Inject
    TranscriptReader transcripts;

    @Inject
    SecretScan secrets;

    @Inject
    InstantSource clock;

    /** Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public EvalChecklist of(long accountId, String sessionId) {
        SessionSummary session = sessions.get(accountId, sessionId);
        EvalStatus status = evals.mark(accountId, session.id()).status();
        Seen seen = new Seen();
        CaseCounts counts = CaseCounts.of(
                Walk.map(transcripts.messages(accountId, session.id()), seen::pass), ExportOptions.DEFAULT);
        return new EvalChecklist(
                seen.last.plus(PAUSE).isBefore(clock.instant()),
                seen.roles.containsAll(EXCHANGE),
                status == EvalStatus.GOLDEN || status == EvalStatus.CORRECT,
                secrets.find(accountId, session.id()).count(),
                counts.turns());
    }

    private static final class Seen {

        private final Set<MessageRole> roles = EnumSet.noneOf(MessageRole.class);
        private Instant last = Instant.EPOCH;

        SpokenMessage pass(TranscriptMessage message) {
            roles.add(message.role());
            last = message.createdAt();
            return SpokenMessage.of(message);
        }
    }
}
