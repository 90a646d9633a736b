package dev.opensync.session;

/** What names of sessions there are, each with an index that leaps from one name to the next. */
public enum SessionName {
    SOURCE("source"),
    PROJECT("projectName"),
    MODEL("model"),
    PROVIDER("provider");

    private final String field;

    SessionName(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }
}
