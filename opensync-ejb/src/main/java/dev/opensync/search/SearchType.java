package dev.opensync.search;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a search goes by. */
public enum SearchType {
    /** The words. */
    FULLTEXT,
    /** What is meant, whatever the words. */
    SEMANTIC,
    /** Both: what is high in either ranking is high. */
    HYBRID;

    /** Anything unknown is {@link #FULLTEXT}, as programs written for opensync expect (opensync convex/http.ts). */
    public static SearchType of(@Nullable String wireName) {
        for (SearchType type : values()) {
            if (type.wireName().equalsIgnoreCase(wireName)) {
                return type;
            }
        }
        return FULLTEXT;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
