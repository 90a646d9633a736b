package dev.opensync.export;

import dev.opensync.session.SessionSummary;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The formats of a downloaded session. */
public enum ExportFormat {
    JSON("application/json", "json"),
    MARKDOWN("text/markdown", "md"),
    JSONL("application/json", "jsonl");

    /** Upstream has no bound, but a title may have thousands of characters and a header may not. */
    private static final int MAX_NAME_CHARS = 100;

    private final String contentType;
    private final String extension;

    ExportFormat(String contentType, String extension) {
        this.contentType = contentType;
        this.extension = extension;
    }

    /** Anything unknown is {@code JSON}, as in opensync convex/http.ts {@code /api/export}. */
    public static ExportFormat of(@Nullable String name) {
        return switch (Objects.requireNonNullElse(name, "").toLowerCase(Locale.ROOT)) {
            case "markdown" -> MARKDOWN;
            case "jsonl" -> JSONL;
            default -> JSON;
        };
    }

    public String contentType() {
        return contentType;
    }

    public SessionWriter writer() {
        return switch (this) {
            case JSON -> new JsonSessionWriter();
            case MARKDOWN -> new MarkdownSessionWriter();
            case JSONL -> new JsonLinesSessionWriter();
        };
    }

    /** The title in letters, digits and dashes of ASCII, {@code session} without a title. */
    public String fileName(SessionSummary session) {
        String title = session.title();
        String name = title == null || title.isEmpty() ? "session" : title.replaceAll("[^A-Za-z0-9]", "-");
        return name.substring(0, Math.min(name.length(), MAX_NAME_CHARS)) + "." + extension;
    }
}
