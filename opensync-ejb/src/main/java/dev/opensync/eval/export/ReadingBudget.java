package dev.opensync.eval.export;

import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.Walk;

/** How many messages may still be read for a look at an export; whoever waits for a page does not wait for all of them. */
final class ReadingBudget {

    private long left;

    ReadingBudget(long messages) {
        left = messages;
    }

    /** For an export itself. */
    static ReadingBudget boundless() {
        return new ReadingBudget(Long.MAX_VALUE);
    }

    boolean isSpent() {
        return left <= 0;
    }

    /** The same session, of which each message that is read counts. */
    Conversation of(Conversation conversation) {
        return conversation.with(Walk.map(conversation.messages(), message -> {
            left--;
            return message;
        }));
    }
}
