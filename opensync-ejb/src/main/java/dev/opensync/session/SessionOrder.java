package dev.opensync.session;

/** What a list of sessions can be ordered by, each with an index of its own. */
public enum SessionOrder {
    UPDATED_AT("updatedAt", "updatedMs"),
    CREATED_AT("createdAt", "createdMs"),
    TOTAL_TOKENS("totalTokens", "totalTokens"),
    COST("cost", "costMicros"),
    DURATION("durationMs", "shownDurationMs"),
    MESSAGE_COUNT("messageCount", "messageCount");

    private final String wireName;
    private final String field;

    SessionOrder(String wireName, String field) {
        this.wireName = wireName;
        this.field = field;
    }

    /** As the member of a session is named in JSON. */
    public String wireName() {
        return wireName;
    }

    String field() {
        return field;
    }

    long value(CodingSession session) {
        return switch (this) {
            case UPDATED_AT -> session.updatedMs();
            case CREATED_AT -> session.createdMs();
            case TOTAL_TOKENS -> session.totalTokens();
            case COST -> session.costMicros();
            case DURATION -> session.shownDurationMs();
            case MESSAGE_COUNT -> session.messageCount();
        };
    }

    /** Of the field's type. */
    Object parameter(long value) {
        return this == MESSAGE_COUNT ? (Object) (int) Math.min(value, Integer.MAX_VALUE) : (Object) value;
    }
}
