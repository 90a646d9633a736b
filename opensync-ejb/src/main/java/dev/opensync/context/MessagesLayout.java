package dev.opensync.context;

import dev.opensync.session.SessionSummary;

/** Messages without a frame: their caller gets them as JSON, an agent takes over role and content of each. */
final class MessagesLayout implements ContextLayout {

    @Override
    public String start(String words) {
        return "";
    }

    @Override
    public String start(SessionSummary session) {
        return "";
    }

    @Override
    public String message(ContextMessage message) {
        return message.role().wireName() + "\n" + message.text() + "\n";
    }

    @Override
    public String endOfSession() {
        return "";
    }

    @Override
    public String end() {
        return "";
    }
}
