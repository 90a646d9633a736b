package dev.opensync.context;

import dev.opensync.session.SessionSummary;

/** The plain text of opensync convex/http.ts {@code /api/context}, line by line. */
final class TextLayout implements ContextLayout {

    @Override
    public String start(String words) {
        return "Relevant coding sessions for: \"" + words + "\"\n\n";
    }

    @Override
    public String start(SessionSummary session) {
        return "--- Session: " + ContextLayout.orElse(session.title(), "Untitled") + " ---\n"
                + "Project: " + ContextLayout.orElse(session.projectPath(), "N/A") + "\n"
                + "Model: " + ContextLayout.orElse(session.model(), "N/A") + "\n\n";
    }

    @Override
    public String message(ContextMessage message) {
        return "[" + message.role().name() + "]\n" + message.text() + "\n\n";
    }

    @Override
    public String endOfSession() {
        return "\n";
    }

    @Override
    public String end() {
        return "";
    }
}
