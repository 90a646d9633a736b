package dev.opensync.search;

import dev.opensync.schema.DataSources;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The rows of {@code passage} and {@code embedding}. */
@ApplicationScoped
public class PassageRepository {

    private static final String COLUMNS =
            "first_sequence, ordinal, last_sequence, start_char, end_char, passage.model_id, passage.text_hash";

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    /** Where the last passage of messages begins that begins before this message. */
    OptionalInt startBefore(long sessionId, long modelId, int sequence) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT first_sequence FROM passage
                        WHERE session_id = ? AND first_sequence BETWEEN 1 AND ? AND model_id = ?
                        ORDER BY first_sequence DESC, ordinal DESC LIMIT 1
                        """)) {
            bind(statement, sessionId, sequence - 1, modelId);
            try (ResultSet found = statement.executeQuery()) {
                return found.next() ? OptionalInt.of(found.getInt(1)) : OptionalInt.empty();
            }
        }
    }

    /** Those that begin with one of these messages, whatever their model, in order. */
    List<StoredPassage> find(long sessionId, int first, int last) throws SQLException {
        List<StoredPassage> passages = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT " + COLUMNS
                        + " FROM passage WHERE session_id = ? AND first_sequence BETWEEN ? AND ?"
                        + " ORDER BY first_sequence, ordinal")) {
            bind(statement, sessionId, first, last);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    passages.add(passage(found));
                }
            }
        }
        return passages;
    }

    /** The same with their vectors. */
    Map<StoredPassage, byte[]> vectors(long sessionId, int first, int last) throws SQLException {
        Map<StoredPassage, byte[]> passages = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT " + COLUMNS + ", vector"
                        + " FROM passage JOIN embedding"
                        + " ON embedding.model_id = passage.model_id AND embedding.text_hash = passage.text_hash"
                        + " WHERE session_id = ? AND first_sequence BETWEEN ? AND ?"
                        + " ORDER BY first_sequence, ordinal")) {
            bind(statement, sessionId, first, last);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    passages.put(passage(found), found.getBytes(8));
                }
            }
        }
        return passages;
    }

    /** Which of these sessions have passages. */
    Set<Long> sessionsAmong(Collection<Long> ids) throws SQLException {
        Set<Long> found = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT DISTINCT session_id FROM passage WHERE session_id IN (" + marks(ids) + ")")) {
            bind(statement, ids.toArray());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found;
    }

    /** Which of these texts the model has seen. */
    Set<TextHash> known(long modelId, Collection<TextHash> hashes) throws SQLException {
        Set<TextHash> known = new HashSet<>();
        if (hashes.isEmpty()) {
            return known;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT text_hash FROM embedding WHERE model_id = ? AND text_hash IN (" + marks(hashes)
                                + ")")) {
            bind(statement, values(modelId, hashes));
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    known.add(new TextHash(found.getBytes(1)));
                }
            }
        }
        return known;
    }

    void addVectors(Connection connection, long modelId, Map<TextHash, byte[]> vectors) throws SQLException {
        if (vectors.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>();
        vectors.forEach((hash, vector) -> values.addAll(List.of(modelId, hash.bytes(), vector)));
        update(
                connection,
                "INSERT INTO embedding (model_id, text_hash, vector) VALUES "
                        + String.join(", ", Collections.nCopies(vectors.size(), "(?, ?, ?)"))
                        + " ON DUPLICATE KEY UPDATE vector = VALUES(vector)",
                values.toArray());
    }

    void add(Connection connection, long sessionId, long modelId, List<Passage> passages) throws SQLException {
        if (passages.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>();
        for (Passage passage : passages) {
            values.addAll(List.of(
                    sessionId,
                    passage.firstSequence(),
                    passage.ordinal(),
                    passage.lastSequence(),
                    passage.start(),
                    passage.end(),
                    modelId,
                    passage.hash().bytes()));
        }
        update(
                connection,
                "INSERT INTO passage (session_id, first_sequence, ordinal, last_sequence, start_char, end_char, model_id,"
                        + " text_hash) VALUES "
                        + String.join(", ", Collections.nCopies(passages.size(), "(?, ?, ?, ?, ?, ?, ?, ?)")),
                values.toArray());
    }

    void remove(Connection connection, long sessionId, List<StoredPassage> passages) throws SQLException {
        for (StoredPassage passage : passages) {
            update(
                    connection,
                    "DELETE FROM passage WHERE session_id = ? AND first_sequence = ? AND ordinal = ?",
                    sessionId,
                    passage.key().firstSequence(),
                    passage.key().ordinal());
        }
    }

    /** Removes the vectors of those texts that are said nowhere any more. */
    void forget(Connection connection, Collection<StoredPassage> removed) throws SQLException {
        for (StoredPassage passage : removed) {
            update(connection, """
                    DELETE FROM embedding WHERE model_id = ? AND text_hash = ? AND NOT EXISTS (
                        SELECT 1 FROM passage
                        WHERE passage.model_id = embedding.model_id AND passage.text_hash = embedding.text_hash)
                    """, passage.modelId(), passage.hash().bytes());
        }
    }

    private static StoredPassage passage(ResultSet found) throws SQLException {
        return new StoredPassage(
                new Passage.Key(found.getInt(1), found.getInt(2)),
                found.getInt(3),
                found.getInt(4),
                found.getInt(5),
                found.getLong(6),
                new TextHash(found.getBytes(7)));
    }

    private static String marks(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private static Object[] values(long modelId, Collection<TextHash> hashes) {
        return Stream.concat(Stream.of(modelId), hashes.stream().map(TextHash::bytes))
                .toArray();
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
