package dev.opensync.sync;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sets of rows of {@code message} and {@code message_part} whose sessions are locked by this transaction. */
final class MessageTable {

    private static final String FIND = """
            SELECT session_id, sequence, external_id, model, prompt_tokens, completion_tokens, duration_ms,
                text_hash, parts_hash, metadata
            FROM message
            WHERE %s
            """;

    private static final String INSERT = """
            INSERT INTO message
                (session_id, sequence, external_id, role, model, prompt_tokens, completion_tokens, duration_ms,
                 text_hash, parts_hash, metadata, created_ms)
            """;

    private static final String UPDATE = """
            UPDATE message SET
                model = ?, prompt_tokens = ?, completion_tokens = ?, duration_ms = ?, text_hash = ?, parts_hash = ?,
                metadata = ?
            WHERE session_id = ? AND sequence = ?
            """;

    private static final String DELETE_PARTS =
            "DELETE FROM message_part WHERE session_id = ? AND message_sequence = ? AND part_number BETWEEN ? AND ?";

    private static final String INSERT_PART =
            "INSERT INTO message_part (session_id, message_sequence, part_number, type, content, extra)";

    private final StoringConnection storing;
    private final Connection connection;

    MessageTable(StoringConnection storing) {
        this.storing = storing;
        connection = storing.plain();
    }

    /** The stored rows of the messages that are being reported again; those not in the answer are new. */
    List<MessageRow> find(Map<SessionRow, Map<String, MessageUpsert>> messagesBySession) throws SQLException {
        List<MessageRow> rows = new ArrayList<>();
        if (messagesBySession.isEmpty()) {
            return rows;
        }
        Map<Long, SessionRow> sessionById = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        messagesBySession.forEach((session, messages) -> {
            sessionById.put(session.id, session);
            String marks = String.join(", ", Collections.nCopies(messages.size(), "?"));
            conditions.add("(session_id = ? AND external_id IN (" + marks + "))");
        });
        try (PreparedStatement statement =
                connection.prepareStatement(FIND.formatted(String.join(" OR ", conditions)))) {
            int index = 1;
            for (Map.Entry<SessionRow, Map<String, MessageUpsert>> entry : messagesBySession.entrySet()) {
                statement.setLong(index++, entry.getKey().id);
                for (String externalId : entry.getValue().keySet()) {
                    statement.setString(index++, externalId);
                }
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    SessionRow session = Objects.requireNonNull(sessionById.get(found.getLong("session_id")));
                    Map<String, MessageUpsert> messages = Objects.requireNonNull(messagesBySession.get(session));
                    MessageUpsert upsert = Objects.requireNonNull(messages.get(found.getString("external_id")));
                    rows.add(read(found, session, upsert));
                }
            }
        }
        return rows;
    }

    void insert(Collection<MessageRow> rows, long nowMs) throws SQLException {
        MultiRowInsert insert = new MultiRowInsert(storing, INSERT);
        for (MessageRow row : rows) {
            insert.add(
                    row.session.id,
                    row.sequence,
                    row.upsert.externalId(),
                    row.upsert.role().name(),
                    row.model,
                    row.promptTokens,
                    row.completionTokens,
                    row.durationMs,
                    row.textHash,
                    row.partsHash,
                    row.metadata,
                    Objects.requireNonNullElse(row.upsert.createdAtMs(), nowMs));
        }
        insert.send();
    }

    /** Writes the rows, and removes the stored bodies that {@link #insertBodies} is about to write again. */
    void update(Collection<MessageRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            for (MessageRow row : rows) {
                statement.setString(1, row.model);
                statement.setObject(2, row.promptTokens);
                statement.setObject(3, row.completionTokens);
                statement.setObject(4, row.durationMs);
                statement.setBytes(5, row.textHash);
                statement.setBytes(6, row.partsHash);
                statement.setString(7, row.metadata);
                statement.setLong(8, row.session.id);
                statement.setInt(9, row.sequence);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        deleteReplacedBodies(rows);
    }

    private void deleteReplacedBodies(Collection<MessageRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE_PARTS)) {
            for (MessageRow row : rows) {
                if (row.newText != null) {
                    addDeletion(statement, row, MessageRow.TEXT_PART, MessageRow.TEXT_PART);
                }
                if (row.newParts != null) {
                    addDeletion(statement, row, MessageRow.TEXT_PART + 1, Integer.MAX_VALUE);
                }
            }
            statement.executeBatch();
        }
    }

    void insertBodies(Collection<MessageRow> rows) throws SQLException {
        MultiRowInsert insert = new MultiRowInsert(storing, INSERT_PART);
        for (MessageRow row : rows) {
            if (row.newText != null) {
                addPart(insert, row, MessageRow.TEXT_PART, "text", row.newText, null);
            }
            int number = MessageRow.TEXT_PART;
            for (PartUpsert part : Objects.requireNonNullElse(row.newParts, List.<PartUpsert>of())) {
                String extra = part.extra() == null ? null : utf8(part.extra());
                addPart(insert, row, ++number, ColumnWidth.TYPE.cut(part.type()), utf8(part.content()), extra);
            }
        }
        insert.send();
    }

    private static MessageRow read(ResultSet found, SessionRow session, MessageUpsert upsert) throws SQLException {
        MessageRow row = new MessageRow(session, upsert, found.getInt("sequence"), false);
        row.model = found.getString("model");
        row.promptTokens = SessionTable.nullableLong(found, "prompt_tokens");
        row.completionTokens = SessionTable.nullableLong(found, "completion_tokens");
        row.durationMs = SessionTable.nullableLong(found, "duration_ms");
        row.textHash = found.getBytes("text_hash");
        row.partsHash = found.getBytes("parts_hash");
        row.metadata = found.getString("metadata");
        return row;
    }

    private static void addDeletion(PreparedStatement statement, MessageRow row, int first, int last)
            throws SQLException {
        statement.setLong(1, row.session.id);
        statement.setInt(2, row.sequence);
        statement.setInt(3, first);
        statement.setInt(4, last);
        statement.addBatch();
    }

    private static void addPart(
            MultiRowInsert insert, MessageRow row, int number, String type, String content, @Nullable String extra)
            throws SQLException {
        insert.add(row.session.id, row.sequence, number, type, content, extra);
    }

    /** JSON and text travel as text: the driver would send bytes as hex digits, twice as long. */
    private static String utf8(byte[] text) {
        return new String(text, StandardCharsets.UTF_8);
    }
}
