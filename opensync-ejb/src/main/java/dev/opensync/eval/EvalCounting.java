package dev.opensync.eval;

import dev.opensync.eval.cases.CaseCounts;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.SpokenMessage;
import dev.opensync.eval.cases.Walk;
import dev.opensync.session.TranscriptReader;
import dev.opensync.shared.LostRace;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

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

    @EJB
    EvalService evals;

    @EJB
    EvalMarkService marks;

    @Inject
    TranscriptReader transcripts;

    @Inject
    InstantSource clock;

    /** Accounts whose sessions are being counted in the background on this node. */
    private final Set<Long> accounts = ConcurrentHashMap.newKeySet();

    /** What can be counted within a second is, unless many are being counted already; the rest is told as uncounted. */
    public EvalCounts counts(long accountId, EvalFilter filter) {
        EvalSelection selection = EvalSelection.of(filter);
        EvalCounts counts = evals.counts(accountId, selection);
        boolean hasMany = counts.uncounted() >= SLICE;
        if (counts.uncounted() == 0 || (hasMany && accounts.contains(accountId))) {
            return counts;
        }
        count(accountId, selection, PATIENCE);
        return evals.counts(accountId, selection);
    }

    /** Counts what can be counted within a second. */
    public void countSome(long accountId, EvalSelection selection) {
        count(accountId, selection, PATIENCE);
    }

    /** Counts all of them, however long it takes. */
    public void countAll(long accountId, EvalSelection selection) {
        count(accountId, selection, WITHOUT_HURRY);
    }

    /** So that nobody has to wait later; what is marked while it goes on is counted too. */
    public void onMark(@ObservesAsync EvalMarked marked) {
        if (accounts.add(marked.accountId())) {
            try {
                count(marked.accountId(), EvalSelection.all(), WITHOUT_HURRY);
            } finally {
                accounts.remove(marked.accountId());
            }
        }
    }

    private void count(long accountId, EvalSelection selection, Duration patience) {
        Instant end = clock.instant().plus(patience);
        List<UncountedSession> some = evals.findUncounted(accountId, selection, SLICE);
        while (!some.isEmpty() && clock.instant().isBefore(end)) {
            SortedMap<UncountedSession, CaseCounts> counts = new TreeMap<>();
            for (UncountedSession session : some) {
                if (clock.instant().isBefore(end)) {
                    counts.put(session, counts(accountId, session));
                }
            }
            store(accountId, counts);
            some = evals.findUncounted(accountId, selection, SLICE);
        }
    }

    private void store(long accountId, SortedMap<UncountedSession, CaseCounts> counts) {
        LostRace.untilWon(() -> marks.storeCounts(accountId, counts));
    }

    private CaseCounts counts(long accountId, UncountedSession session) {
        try {
            Iterable<SpokenMessage> messages =
                    Walk.map(transcripts.messages(accountId, session.publicId()), SpokenMessage::of);
            return CaseCounts.of(messages, ExportOptions.DEFAULT);
        } catch (OpenSyncException e) {
            // Deleted meanwhile, and its mark with it.
            return new CaseCounts(0, 0, 0, 0);
        }
    }
}
