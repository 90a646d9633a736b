package dev.opensync.session;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who speaks in a message. */
public enum MessageRole {
    USER,
    ASSISTANT,
    SYSTEM,
    TOOL,
    UNKNOWN;

    /** Never fails: synonyms of the coding tools are mapped, anything else is {@code UNKNOWN}. */
    public static MessageRole of(@Nullable String name) {
        if (name == null) {
            return UNKNOWN;
        }
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "user", "human" -> USER;
            case "assistant", "ai", "model" -> ASSISTANT;
            case "system", "developer" -> SYSTEM;
            case "tool", "function", "toolresult" -> TOOL;
            default -> UNKNOWN;
        };
    }

    /** As it stands in JSON: lower case. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
