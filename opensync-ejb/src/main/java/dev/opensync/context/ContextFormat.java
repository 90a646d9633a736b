package dev.opensync.context;

/** The forms a context comes in. */
public enum ContextFormat {
    TEXT,
    MESSAGES,
    MARKDOWN,
    XML;

    ContextLayout layout(String baseUrl) {
        return switch (this) {
            case TEXT -> new TextLayout();
            case MESSAGES -> new MessagesLayout();
            case MARKDOWN -> new MarkdownLayout(baseUrl);
            case XML -> new XmlLayout(baseUrl);
        };
    }
}
