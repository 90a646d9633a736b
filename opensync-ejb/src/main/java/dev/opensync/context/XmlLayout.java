package dev.opensync.context;

import dev.opensync.session.SessionSummary;
import org.jspecify.annotations.Nullable;

/** An XML document. What was said stands in CDATA sections, as code is hard to read with its brackets escaped. */
final class XmlLayout implements ContextLayout {

    /** What no XML document may have, not even escaped. */
    private static final String FORBIDDEN = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final String baseUrl;

    XmlLayout(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    public String start(String words) {
        return "<context" + attribute("query", words) + ">\n";
    }

    @Override
    public String start(SessionSummary session) {
        return "<session" + attribute("id", session.id())
                + attribute("title", session.title())
                + attribute("project", session.projectPath())
                + attribute("model", session.model())
                + attribute("link", SessionLink.of(baseUrl, session)) + ">\n";
    }

    @Override
    public String message(ContextMessage message) {
        return "<message" + attribute("role", message.role().wireName()) + ">" + section(message.text())
                + "</message>\n";
    }

    @Override
    public String endOfSession() {
        return "</session>\n";
    }

    @Override
    public String end() {
        return "</context>\n";
    }

    private static String section(String text) {
        return "<![CDATA[" + allowed(text).replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    private static String attribute(String name, @Nullable String value) {
        return value == null ? "" : " " + name + "=\"" + escaped(allowed(value)) + "\"";
    }

    /** Line ends as references, or a parser would make blanks of them. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "&#10;")
                .replace("\r", "&#13;")
                .replace("\t", "&#9;");
    }

    private static String allowed(String text) {
        return text.replaceAll(FORBIDDEN, "\uFFFD");
    }
}
