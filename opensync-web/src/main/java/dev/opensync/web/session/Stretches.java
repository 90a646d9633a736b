package dev.opensync.web.session;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.SessionService;
import dev.opensync.session.TranscriptMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a session stretch by stretch, and looks past the ends of one where a call stands on this side and its result on the
 * other.
 */
@ApplicationScoped
public class Stretches {

    private static final int PAGE_SIZE = 100;
    /** Read again with what is new, because a result may have come in for a call that is already shown. */
    private static final int LAST_ONES = 10;
    /** A result is seldom further than this from its call. */
    private static final int AROUND = 50;

    @Inject
    SessionService sessions;

    /** {@code after} null = from the start. Fails with {@code NOT_FOUND}. */
    Stretch page(long accountId, String sessionId, @Nullable MessageCursor after) {
        List<TranscriptMessage> found = sessions.messages(accountId, sessionId, after, PAGE_SIZE + 1);
        List<TranscriptMessage> page = found.subList(0, Math.min(found.size(), PAGE_SIZE));
        MessageCursor next = found.size() > PAGE_SIZE ? MessageCursor.of(page.get(PAGE_SIZE - 1)) : null;
        Transcript transcript = Transcript.of(page);
        List<TranscriptMessage> withNeighbours = new ArrayList<>(page);
        if (after != null && transcript.hasLoneResults()) {
            withNeighbours.addAll(before(accountId, sessionId, page));
        }
        if (next != null && transcript.hasOpenCalls()) {
            withNeighbours.addAll(sessions.messages(accountId, sessionId, next, AROUND));
        }
        if (withNeighbours.size() > page.size()) {
            transcript = Transcript.of(withNeighbours);
        }
        return Stretch.of(transcript.only(page), page, next);
    }

    /** What arrived after the one numbered {@code sequence}, and what that changes. Fails with {@code NOT_FOUND}. */
    Stretch since(long accountId, String sessionId, int sequence) {
        List<TranscriptMessage> found =
                sessions.arrivedAfter(accountId, sessionId, Math.max(0, sequence - LAST_ONES), PAGE_SIZE);
        Transcript transcript = Transcript.of(found);
        if (transcript.hasLoneResults()) {
            List<TranscriptMessage> withNeighbours = new ArrayList<>(found);
            withNeighbours.addAll(before(accountId, sessionId, found));
            transcript = Transcript.of(withNeighbours);
        }
        return Stretch.of(transcript.touchedBy(found), found, null);
    }

    private List<TranscriptMessage> before(long accountId, String sessionId, List<TranscriptMessage> messages) {
        MessageCursor first = messages.stream()
                .map(MessageCursor::of)
                .min(Comparator.comparing(MessageCursor::createdMillis).thenComparing(MessageCursor::sequence))
                .orElseThrow();
        return sessions.messagesBefore(accountId, sessionId, first, AROUND);
    }
}
