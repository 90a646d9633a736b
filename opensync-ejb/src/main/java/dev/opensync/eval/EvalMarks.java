package dev.opensync.eval;

import dev.opensync.session.EvalStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of {@code eval_mark} and {@code eval_tag} of sessions of one account, locked by the transaction of the connection. */
final class EvalMarks {

    private static final String CREATE = """
            INSERT INTO eval_mark (session_id, account_id)
            SELECT id, account_id FROM coding_session WHERE account_id = ? AND id IN (%s)
            ON DUPLICATE KEY UPDATE session_id = eval_mark.session_id
            """;
    private static final String UPDATE = "UPDATE eval_mark SET %s = ? WHERE account_id = ? AND session_id IN (%s)";
    private static final String ADD_TAGS = """
            INSERT INTO eval_tag (session_id, tag, account_id)
            SELECT id, ?, account_id FROM coding_session WHERE account_id = ? AND id IN (%s)
            ON DUPLICATE KEY UPDATE tag = eval_tag.tag
            """;
    private static final String REMOVE_TAGS = "DELETE FROM eval_tag WHERE account_id = ? AND session_id IN (%s)";
    private static final String TOO_MANY_TAGS =
            "SELECT session_id FROM eval_tag WHERE account_id = ? AND session_id IN (%s) GROUP BY session_id HAVING COUNT(*) > "
                    + EvalTag.MOST_OF_A_SESSION + " LIMIT 1";

    private final Connection connection;
    private final long accountId;
    private final List<Long> sessionIds;

    /** {@code sessionIds}: row ids, at least one. */
    EvalMarks(Connection connection, long accountId, Collection<Long> sessionIds) throws SQLException {
        this.connection = connection;
        this.accountId = accountId;
        this.sessionIds = List.copyOf(sessionIds);
        execute(CREATE.formatted(marks()), List.of());
    }

    /** {@code nowMs}: when they were chosen, if they are. */
    void setReady(boolean ready, long nowMs) throws SQLException {
        set("reviewed_ms", ready ? nowMs : null);
    }

    void setStatus(EvalStatus status) throws SQLException {
        set("status", status.name());
    }

    void setNotes(String notes) throws SQLException {
        set("notes", notes.isEmpty() ? null : notes);
    }

    void setExpectedOutput(String expected) throws SQLException {
        set("expected_output", expected.isEmpty() ? null : expected);
    }

    void setTags(Collection<String> tags) throws SQLException {
        execute(REMOVE_TAGS.formatted(marks()), List.of());
        addTags(tags);
    }

    void addTags(Collection<String> tags) throws SQLException {
        for (String tag : tags) {
            execute(ADD_TAGS.formatted(marks()), Collections.singletonList(tag));
        }
    }

    void removeTags(Collection<String> tags) throws SQLException {
        for (String tag : tags) {
            try (PreparedStatement statement =
                    connection.prepareStatement(REMOVE_TAGS.formatted(marks()) + " AND tag = ?")) {
                int index = bindIds(statement);
                statement.setString(index, tag);
                statement.executeUpdate();
            }
        }
    }

    boolean hasTooManyTags() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TOO_MANY_TAGS.formatted(marks()))) {
            bindIds(statement);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void set(String column, @Nullable Object value) throws SQLException {
        execute(UPDATE.formatted(column, marks()), Collections.singletonList(value));
    }

    /** The values come before the account and the ids. */
    private void execute(String sql, List<? extends @Nullable Object> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            List<@Nullable Object> all = new ArrayList<>(values);
            all.add(accountId);
            all.addAll(sessionIds);
            for (int i = 0; i < all.size(); i++) {
                statement.setObject(i + 1, all.get(i));
            }
            statement.executeUpdate();
        }
    }

    /** With the account before them; returns the index of the next value. */
    private int bindIds(PreparedStatement statement) throws SQLException {
        int index = 1;
        statement.setLong(index++, accountId);
        for (long id : sessionIds) {
            statement.setLong(index++, id);
        }
        return index;
    }

    private String marks() {
        return String.join(", ", Collections.nCopies(sessionIds.size(), "?"));
    }
}
