package dev.opensync.context;

import dev.opensync.session.SessionSummary;
import java.util.List;

/**
 * The messages of one session that may be taken, and where to begin.
 *
 * @param messages in display order
 * @param best index of the one to be taken first; the others follow by their distance from it
 * @param most so many are taken at most
 */
record Candidates(SessionSummary session, List<ContextMessage> messages, int best, int most) {

    Candidates {
        messages = List.copyOf(messages);
    }

    /** Whether a stretch of so many messages leaves out none that was asked for. */
    boolean areAll(int taken) {
        return taken >= Math.min(most, messages.size());
    }
}
