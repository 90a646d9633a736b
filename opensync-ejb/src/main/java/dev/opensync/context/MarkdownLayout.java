package dev.opensync.context;

import dev.opensync.session.SessionSummary;

/**
 * A Markdown document. What was said stands in block quotes: no fence, heading or rule in it can end the quote, and its code
 * stays code.
 */
final class MarkdownLayout implements ContextLayout {

    private static final String NAME = "[\\\\`*_{}\\[\\]<>#|~!&]";

    private final String baseUrl;

    MarkdownLayout(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    public String start(String words) {
        return "# Earlier sessions about: " + inline(words) + "\n\n";
    }

    @Override
    public String start(SessionSummary session) {
        return "## [" + inline(ContextLayout.orElse(session.title(), "Untitled")) + "](<"
                + SessionLink.of(baseUrl, session)
                + ">)\n\n"
                + "- **Project:** " + inline(ContextLayout.orElse(session.projectPath(), "N/A")) + "\n"
                + "- **Model:** " + inline(ContextLayout.orElse(session.model(), "N/A")) + "\n\n";
    }

    @Override
    public String message(ContextMessage message) {
        String role = message.role().wireName();
        return "### " + Character.toUpperCase(role.charAt(0)) + role.substring(1) + "\n\n> "
                + message.text().strip().replaceAll("\\R", "\n> ") + "\n\n";
    }

    @Override
    public String endOfSession() {
        return "";
    }

    @Override
    public String end() {
        return "";
    }

    /** On one line, and without any meaning as markup. */
    private static String inline(String text) {
        return text.replaceAll("\\s+", " ").replaceAll(NAME, "\\\\$0");
    }
}
