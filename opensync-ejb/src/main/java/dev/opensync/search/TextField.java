package dev.opensync.search;

/** Where the words of a query are looked for, the place that tells most first. */
enum TextField {
    TEXT("text", "text", 1),
    TITLE("title", "title", 3),
    TOOL("toolText", "tool", 0.5),
    THINKING("thinking", "thinking", 0.6),
    PROJECT("project", "project", 0.5);

    private final String field;
    private final String wireName;
    private final double boost;

    TextField(String field, String wireName, double boost) {
        this.field = field;
        this.wireName = wireName;
        this.boost = boost;
    }

    /** Of {@link MessageDocument}. */
    String field() {
        return field;
    }

    /** As answers have it in {@code matchedIn}. */
    String wireName() {
        return wireName;
    }

    /** As the index takes it. */
    float boost() {
        return (float) boost;
    }

    /** Its text is kept as it was said. */
    boolean isShown() {
        return this != PROJECT;
    }

    /** A word may go on where it ends; only words that are said or done are typed half. */
    boolean takesBeginnings() {
        return this == TEXT || this == TITLE || this == TOOL;
    }
}
