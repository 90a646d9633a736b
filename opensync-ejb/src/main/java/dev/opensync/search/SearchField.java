package dev.opensync.search;

import java.util.Locale;
import java.util.Optional;

/** What a search can be narrowed by, written {@code project:shop} in a query or {@code project=shop} in an address. */
public enum SearchField {
    PROJECT(SearchField.TEXT),
    MODEL(SearchField.TEXT),
    SOURCE(SearchField.TEXT),
    ROLE("one of user, assistant, system, tool, unknown"),
    TOOL(SearchField.TEXT),
    BEFORE(SearchField.TIME),
    AFTER(SearchField.TIME),
    IS("shared or eval"),
    STATUS("one of golden, correct, incorrect, needs_review, none"),
    TAG(SearchField.TEXT);

    private static final String TEXT = "text";
    private static final String TIME = "a day such as 2026-01-31 or a time such as 2026-01-31T18:00:00Z";

    private final String allowedValues;

    SearchField(String allowedValues) {
        this.allowedValues = allowedValues;
    }

    /** In words. */
    public String allowedValues() {
        return allowedValues;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SearchField> of(String name) {
        for (SearchField field : values()) {
            if (field.wireName().equalsIgnoreCase(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
