package dev.opensync.eval;

import dev.opensync.session.SessionChanged;
import dev.opensync.shared.LostRace;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lets owners choose sessions for evaluations and say what they think of them, however busily tools report meanwhile. */
@ApplicationScoped
public class EvalMarking {

    public static final int MOST_AT_ONCE = 1_000;
    public static final int MOST_NOTE_CHARS = 10_000;
    public static final int MOST_EXPECTED_CHARS = 100_000;

    private static final int IN_ONE_TRANSACTION = 100;

    @EJB
    EvalMarkService service;

    @Inject
    Event<SessionChanged> changed;

    @Inject
    Event<EvalMarked> marked;

    /**
     * {@code sessionId}: public or external id; returns the public one. Fails with {@code NOT_FOUND}, also for a session of
     * someone else, and with {@code INVALID}.
     */
    public String change(long accountId, String sessionId, EvalChange change) {
        check(change);
        List<String> ids = LostRace.untilWon(() -> service.change(accountId, List.of(sessionId), change));
        if (ids.isEmpty()) {
            ids = LostRace.untilWon(() -> service.changeExternal(accountId, sessionId, change));
        }
        if (ids.isEmpty()) {
            throw OpenSyncException.notFound("Session not found");
        }
        tell(accountId, ids);
        return ids.get(0);
    }

    /**
     * {@code sessionIds}: public ids, at most {@link #MOST_AT_ONCE}; those of someone else are left out. Returns how many there
     * were. Fails with {@code INVALID}.
     */
    public int changeAll(long accountId, Collection<String> sessionIds, EvalChange change) {
        if (sessionIds.size() > MOST_AT_ONCE) {
            throw OpenSyncException.invalid("At most " + MOST_AT_ONCE + " sessions at a time")
                    .as("sessions", MOST_AT_ONCE);
        }
        check(change);
        List<String> all = new ArrayList<>(new TreeSet<>(sessionIds));
        List<String> done = new ArrayList<>();
        for (int start = 0; start < all.size(); start += IN_ONE_TRANSACTION) {
            List<String> some = all.subList(start, Math.min(start + IN_ONE_TRANSACTION, all.size()));
            done.addAll(LostRace.untilWon(() -> service.change(accountId, some, change)));
        }
        tell(accountId, done);
        return done.size();
    }

    private static void check(EvalChange change) {
        checkLength("notes", change.notes(), MOST_NOTE_CHARS);
        checkLength("expectedOutput", change.expectedOutput(), MOST_EXPECTED_CHARS);
        checkTags(change.tags());
        checkTags(change.addedTags());
        checkTags(change.removedTags());
    }

    /** Before any session is locked: each tag is a statement. */
    private static void checkTags(@Nullable Collection<String> tags) {
        if (tags != null && tags.size() > EvalTag.MOST_OF_A_SESSION) {
            throw EvalTag.tooMany();
        }
    }

    private static void checkLength(String name, @Nullable String text, int most) {
        if (text != null && text.codePointCount(0, text.length()) > most) {
            throw OpenSyncException.invalid(name + " may have at most " + most + " characters")
                    .as("text_length", most);
        }
    }

    private void tell(long accountId, List<String> sessionIds) {
        sessionIds.forEach(id -> changed.fire(new SessionChanged(accountId, id)));
        marked.fireAsync(new EvalMarked(accountId, sessionIds));
    }
}
