package dev.opensync.context;

import dev.opensync.session.SessionSummary;
import java.util.List;

/** A stretch of the messages of one session, without gaps, in display order. */
public record Excerpt(SessionSummary session, List<ContextMessage> messages) {

    public Excerpt {
        messages = List.copyOf(messages);
    }
}
