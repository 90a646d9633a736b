package dev.opensync.editing;

import dev.opensync.search.SearchTasks;
import dev.opensync.usage.UsageDeltas;
import dev.opensync.usage.tool.ToolDeltas;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Deletes sessions of accounts within the transaction of the caller, who ends with {@link #write}: that takes them out of the
 * sums and tells the search.
 */
public final class SessionRemoval {

    /** Vectors go with the last session that says their text. */
    private static final String VECTORS = """
            DELETE embedding FROM embedding
            JOIN passage ON passage.model_id = embedding.model_id AND passage.text_hash = embedding.text_hash
            WHERE passage.session_id = ? AND NOT EXISTS (
                SELECT 1 FROM passage elsewhere
                WHERE elsewhere.model_id = embedding.model_id AND elsewhere.text_hash = embedding.text_hash
                    AND elsewhere.session_id <> passage.session_id)
            """;

    private static final String PASSAGES = "DELETE FROM passage WHERE session_id = ?";
    private static final String PARTS =
            "DELETE FROM message_part WHERE session_id = ? ORDER BY message_sequence, part_number LIMIT ?";
    private static final String MESSAGES = "DELETE FROM message WHERE session_id = ? ORDER BY sequence LIMIT ?";
    private static final String SESSION = "DELETE FROM coding_session WHERE id = ?";

    private final Connection connection;
    private final UsageDeltas sums = new UsageDeltas();
    private final ToolDeltas tools = new ToolDeltas();
    private final SearchTasks tasks = new SearchTasks();

    public SessionRemoval(Connection connection) {
        this.connection = connection;
    }

    /**
     * What went of one session.
     *
     * @param complete whether nothing is left of it
     */
    public record Removed(String publicId, boolean complete, long messages, long parts, long vectors) {

        public long rows() {
            return messages + parts;
        }
    }

    /**
     * At most {@code mostRows} parts and messages, the session itself only after all of them; {@code id}: public or external
     * id. Empty if there is no such session, also for one of someone else.
     */
    public Optional<Removed> remove(long accountId, String id, int mostRows) throws SQLException {
        Optional<EditedSession> session = EditedSession.lock(connection, accountId, id);
        return session.isPresent() ? Optional.of(remove(session.get(), mostRows)) : Optional.empty();
    }

    /** In the order of the keys between the tables. */
    private Removed remove(EditedSession session, int mostRows) throws SQLException {
        long vectors = delete(VECTORS, session.id());
        delete(PASSAGES, session.id());
        long parts = delete(PARTS, session.id(), mostRows);
        long messages = parts < mostRows ? delete(MESSAGES, session.id(), mostRows - parts) : 0;
        boolean complete = parts + messages < mostRows;
        if (complete) {
            tools.remove(connection, session.id());
            delete(SESSION, session.id());
            sums.add(session.bucket(), session.usage().negated());
            tasks.addSession(session.id());
        }
        return new Removed(session.publicId(), complete, messages, parts, vectors);
    }

    /** Last, so that the rows of the sums are locked briefly. */
    public void write() throws SQLException {
        sums.write(connection);
        tools.write(connection);
        tasks.write(connection);
    }

    private long delete(String sql, long... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
