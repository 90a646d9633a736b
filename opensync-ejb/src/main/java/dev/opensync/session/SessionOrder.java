package dev.opensync.session;

/** What a list of sessions can be ordered by, each with an index of its own. */
public enum SessionOrder {
    UPDATED_AT("updatedAt", "updated_ms"),
    CREATED_AT("createdAt", "created_ms"),
    TOTAL_TOKENS("totalTokens", "total_tokens"),
    COST("cost", "cost_micros"),
    DURATION("durationMs", "shown_duration_ms"),
    MESSAGE_COUNT("messageCount", "message_count");

    private final String wireName;
    private final String column;

    SessionOrder(String wireName, String column) {
        this.wireName = wireName;
        this.column = column;
    }

    /** As the member of a session is named in JSON. */
    public String wireName() {
        return wireName;
    }

    String column() {
        return column;
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

    /** Of the column's type. */
    Object parameter(long value) {
        return this == MESSAGE_COUNT ? (Object) (int) Math.min(value, Integer.MAX_VALUE) : (Object) value;
    }
}
