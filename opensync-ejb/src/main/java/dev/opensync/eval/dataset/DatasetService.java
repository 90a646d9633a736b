package dev.opensync.eval.dataset;

import dev.opensync.eval.cases.SpokenMessage;
import dev.opensync.schema.DataSources;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.sync.StorageException;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/** Fills versions of datasets a little at a time; a version shows only when it is complete. Owners come through {@link Datasets}. */
@Stateless
public class DatasetService {

    private static final String CREATE = """
            INSERT INTO eval_dataset (public_id, account_id, name, created_ms) VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE id = eval_dataset.id
            """;
    private static final String LOCK =
            "SELECT id, public_id, last_version FROM eval_dataset WHERE account_id = ? AND name = ? FOR UPDATE";
    private static final String COUNT_ON = "UPDATE eval_dataset SET last_version = ? WHERE id = ?";
    private static final String CREATE_VERSION = """
            INSERT INTO eval_dataset_version (dataset_id, version, note, options, created_ms) VALUES (?, ?, ?, ?, ?)
            """;
    private static final String FIND_VERSION =
            "SELECT id FROM eval_dataset_version WHERE dataset_id = ? AND version = ?";
    private static final String ADD_SESSION =
            "INSERT INTO eval_dataset_session (version_id, number, content) VALUES (?, ?, ?)";
    private static final String ADD_MESSAGE = """
            INSERT INTO eval_dataset_message
                (version_id, session_number, number, sequence, role, text, prompt_tokens, completion_tokens,
                 duration_ms, created_ms, tools)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADD_CASE = """
            INSERT INTO eval_dataset_case (version_id, session_number, session_id, sequence, content_hash, excerpt)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String COMPLETE = """
            UPDATE eval_dataset_version SET sessions = ?, test_cases = ?, fingerprint = ?, complete = TRUE WHERE id = ?
            """;
    private static final String DISCARD = "DELETE FROM eval_dataset_version WHERE id = ?";
    private static final String DISCARD_EMPTY = """
            DELETE FROM eval_dataset
            WHERE id = ? AND NOT EXISTS (SELECT 1 FROM eval_dataset_version v WHERE v.dataset_id = eval_dataset.id)
            """;
    private static final String DELETE = "DELETE FROM eval_dataset WHERE account_id = ? AND public_id = ?";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PUBLIC_ID_BYTES = 16;

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    @Inject
    InstantSource clock;

    /** The next version of the dataset of that name, which may be new. */
    public NewVersion begin(long accountId, String name, String note, String options) {
        byte[] id = new byte[PUBLIC_ID_BYTES];
        RANDOM.nextBytes(id);
        return inTransaction(connection -> {
            update(connection, CREATE, HexFormat.of().formatHex(id), accountId, name, clock.millis());
            try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
                statement.setLong(1, accountId);
                statement.setString(2, name);
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    long datasetId = row.getLong("id");
                    int version = row.getInt("last_version") + 1;
                    String publicId = row.getString("public_id");
                    update(connection, COUNT_ON, version, datasetId);
                    update(connection, CREATE_VERSION, datasetId, version, note, options, clock.millis());
                    return new NewVersion(datasetId, publicId, versionId(connection, datasetId, version), version);
                }
            }
        });
    }

    private static long versionId(Connection connection, long datasetId, int version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND_VERSION)) {
            statement.setLong(1, datasetId);
            statement.setInt(2, version);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong("id");
            }
        }
    }

    public void addSession(NewVersion version, int number, String content) {
        inTransaction(connection -> update(connection, ADD_SESSION, version.versionId(), number, content));
    }

    /** {@code first}: number of the first of them within the session. */
    public void addMessages(NewVersion version, int sessionNumber, int first, List<SpokenMessage> messages) {
        inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD_MESSAGE)) {
                int number = first;
                for (SpokenMessage message : messages) {
                    statement.setLong(1, version.versionId());
                    statement.setInt(2, sessionNumber);
                    statement.setInt(3, number++);
                    statement.setInt(4, message.sequence());
                    statement.setString(5, message.role().name());
                    statement.setString(6, message.text());
                    statement.setLong(7, message.promptTokens());
                    statement.setLong(8, message.completionTokens());
                    statement.setObject(9, message.durationMs(), Types.BIGINT);
                    statement.setLong(10, message.createdAt().toEpochMilli());
                    statement.setString(11, StoredTools.text(message.tools()));
                    statement.addBatch();
                }
                return statement.executeBatch().length;
            }
        });
    }

    public void addCases(NewVersion version, int sessionNumber, String sessionId, List<NewCase> cases) {
        inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD_CASE)) {
                for (NewCase one : cases) {
                    statement.setLong(1, version.versionId());
                    statement.setInt(2, sessionNumber);
                    statement.setString(3, sessionId);
                    statement.setInt(4, one.sequence());
                    statement.setBytes(5, HexFormat.of().parseHex(one.hash()));
                    statement.setString(6, one.excerpt());
                    statement.addBatch();
                }
                return statement.executeBatch().length;
            }
        });
    }

    /** From now on it shows, and does not change. */
    public void complete(NewVersion version, int sessions, int testCases, String fingerprint) {
        inTransaction(
                connection -> update(connection, COMPLETE, sessions, testCases, fingerprint, version.versionId()));
    }

    /** As if it had never been begun. */
    public void discard(NewVersion version) {
        inTransaction(connection -> {
            update(connection, DISCARD, version.versionId());
            return update(connection, DISCARD_EMPTY, version.datasetId());
        });
    }

    /** With all its versions. Fails with {@code NOT_FOUND}, also for a dataset of someone else. */
    public void delete(long accountId, String id) {
        if (inTransaction(connection -> update(connection, DELETE, accountId, id)) == 0) {
            throw OpenSyncException.notFound("Dataset not found");
        }
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private <T> T inTransaction(Step<T> step) {
        try (Connection connection = dataSource.getConnection()) {
            return step.run(connection);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }

    private interface Step<T> {
        T run(Connection connection) throws SQLException;
    }
}
