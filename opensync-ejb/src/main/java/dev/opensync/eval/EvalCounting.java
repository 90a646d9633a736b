package dev.opensync.eval;

import dev.opensync.eval.cases.CaseCounts;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.SpokenMessage;
import dev.opensync.eval.cases.Walk;
import dev.opensync.session.TranscriptReader;
import dev.opensync.shared.OpenSyncException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Counts the test cases of chosen sessions: once after they are chosen, and again when somebody asks after they have changed. Each
 * session is read in small transactions, and what was counted is kept with its mark.
 */
@ApplicationScoped
public class EvalCounting {

    /** Whoever waits for a page does not wait longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration WITHOUT_HURRY = Duration.ofMinutes(30);
    private static final int SLICE = 100;

    @Inject
    EvalService evals;

    @Inject
    TranscriptReader transcripts;

    @Inject
    InstantSource clock;

    /** What can be counted within a second is; the rest is told as uncounted. */
    public EvalCounts counts(long accountId, EvalFilter filter) {
        EvalSelection selection = EvalSelection.of(filter);
        count(accountId, selection, PATIENCE);
        return evals.counts(accountId, selection);
    }

    /** Counts all of them, however long it takes. */
    public void countAll(long accountId, EvalSelection selection) {
        count(accountId, selection, WITHOUT_HURRY);
    }

    /** So that nobody has to wait later. */
    public void onMark(@ObservesAsync EvalMarked marked) {
        count(marked.accountId(), EvalSelection.all(), WITHOUT_HURRY);
    }

    private void count(long accountId, EvalSelection selection, Duration patience) {
        Instant end = clock.instant().plus(patience);
        List<UncountedSession> some = evals.findUncounted(accountId, selection, SLICE);
        while (!some.isEmpty()) {
            for (UncountedSession session : some) {
                if (clock.instant().isAfter(end)) {
                    return;
                }
                count(accountId, session);
            }
            some = evals.findUncounted(accountId, selection, SLICE);
        }
    }

    private void count(long accountId, UncountedSession session) {
        try {
            Iterable<SpokenMessage> messages =
                    Walk.map(transcripts.messages(accountId, session.publicId()), SpokenMessage::of);
            evals.storeCounts(session, CaseCounts.of(messages, ExportOptions.DEFAULT));
        } catch (OpenSyncException e) {
            // Deleted meanwhile, and its mark with it.
            evals.storeCounts(session, new CaseCounts(0, 0, 0, 0));
        }
    }
}
