package dev.opensync.sync;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Sets of rows of {@code coding_session}, locked in the order of their key. */
final class SessionTable {

    private static final String LOCK = """
            SELECT id, public_id, external_id, title, project_path, project_name, model, provider,
                source, source_given, prompt_tokens, completion_tokens, message_prompt_tokens,
                message_completion_tokens, cost_micros, duration_ms, message_count, next_sequence, metadata,
                created_ms, created_given, updated_ms
            FROM coding_session
            WHERE account_id = ? AND external_id IN (%s)
            ORDER BY external_id
            FOR UPDATE
            """;

    /** A row that somebody else created in the meantime is only locked by this; the next look reads it. */
    private static final String CREATE = """
            INSERT INTO coding_session
                (public_id, account_id, external_id, source, source_given, created_ms, created_given, updated_ms,
                 synced_ms)
            VALUES (?, ?, ?, ?, FALSE, ?, FALSE, ?, ?)
            ON DUPLICATE KEY UPDATE id = id
            """;

    private static final String UPDATE = """
            UPDATE coding_session SET
                title = ?, project_path = ?, project_name = ?, model = ?, provider = ?, source = ?, source_given = ?,
                prompt_tokens = ?, completion_tokens = ?, message_prompt_tokens = ?, message_completion_tokens = ?,
                cost_micros = ?, duration_ms = ?, message_count = ?, next_sequence = ?, metadata = ?,
                created_ms = ?, created_given = ?, updated_ms = ?, synced_ms = ?
            WHERE id = ?
            """;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PUBLIC_ID_BYTES = 16;

    private final Connection connection;

    SessionTable(Connection connection) {
        this.connection = connection;
    }

    /** Rows by external id, those that did not exist created with nothing but their key. */
    Map<String, SessionRow> lockOrCreate(long accountId, SortedSet<String> externalIds, long nowMs)
            throws SQLException {
        Map<String, SessionRow> rows = new TreeMap<>();
        lock(accountId, externalIds, rows);
        SortedSet<String> missing = new TreeSet<>(externalIds);
        missing.removeAll(rows.keySet());
        if (!missing.isEmpty()) {
            Set<String> createdIds = create(accountId, missing, nowMs);
            lock(accountId, missing, rows);
            rows.values().forEach(row -> row.isNew = createdIds.contains(row.publicId));
        }
        return rows;
    }

    void update(Collection<SessionRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            for (SessionRow row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void lock(long accountId, SortedSet<String> externalIds, Map<String, SessionRow> rows) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(externalIds.size(), "?"));
        try (PreparedStatement statement = connection.prepareStatement(LOCK.formatted(marks))) {
            int index = 1;
            statement.setLong(index++, accountId);
            for (String externalId : externalIds) {
                statement.setString(index++, externalId);
            }
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    SessionRow row = read(found, accountId);
                    rows.put(row.externalId, row);
                }
            }
        }
    }

    private Set<String> create(long accountId, SortedSet<String> externalIds, long nowMs) throws SQLException {
        Set<String> publicIds = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(CREATE)) {
            for (String externalId : externalIds) {
                SessionRow fresh = new SessionRow(accountId, externalId);
                String publicId = newPublicId();
                publicIds.add(publicId);
                statement.setString(1, publicId);
                statement.setLong(2, accountId);
                statement.setString(3, externalId);
                statement.setString(4, fresh.source);
                statement.setLong(5, nowMs);
                statement.setLong(6, nowMs);
                statement.setLong(7, nowMs);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return publicIds;
    }

    private static SessionRow read(ResultSet found, long accountId) throws SQLException {
        SessionRow row = new SessionRow(accountId, found.getString("external_id"));
        row.id = found.getLong("id");
        row.publicId = found.getString("public_id");
        row.title = found.getString("title");
        row.projectPath = found.getString("project_path");
        row.projectName = found.getString("project_name");
        row.model = found.getString("model");
        row.provider = found.getString("provider");
        row.source = found.getString("source");
        row.sourceGiven = found.getBoolean("source_given");
        row.promptTokens = found.getLong("prompt_tokens");
        row.completionTokens = found.getLong("completion_tokens");
        row.messagePromptTokens = found.getLong("message_prompt_tokens");
        row.messageCompletionTokens = found.getLong("message_completion_tokens");
        row.costMicros = found.getLong("cost_micros");
        row.durationMs = nullableLong(found, "duration_ms");
        row.messageCount = found.getInt("message_count");
        row.nextSequence = found.getInt("next_sequence");
        row.metadata = found.getString("metadata");
        row.createdMs = found.getLong("created_ms");
        row.createdGiven = found.getBoolean("created_given");
        row.updatedMs = found.getLong("updated_ms");
        return row;
    }

    private static void bind(PreparedStatement statement, SessionRow row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(row.title);
        values.add(row.projectPath);
        values.add(row.projectName);
        values.add(row.model);
        values.add(row.provider);
        values.add(row.source);
        values.add(row.sourceGiven);
        values.add(row.promptTokens);
        values.add(row.completionTokens);
        values.add(row.messagePromptTokens);
        values.add(row.messageCompletionTokens);
        values.add(row.costMicros);
        values.add(row.durationMs);
        values.add(row.messageCount);
        values.add(row.nextSequence);
        values.add(row.metadata);
        values.add(row.createdMs);
        values.add(row.createdGiven);
        values.add(row.updatedMs);
        values.add(row.updatedMs);
        values.add(row.id);
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    static @Nullable Long nullableLong(ResultSet found, String column) throws SQLException {
        long value = found.getLong(column);
        return found.wasNull() ? null : value;
    }

    private static String newPublicId() {
        byte[] id = new byte[PUBLIC_ID_BYTES];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
