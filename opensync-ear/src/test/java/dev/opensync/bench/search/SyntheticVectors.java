package dev.opensync.bench.search;

import dev.opensync.bench.BenchDatabase;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SplittableRandom;

/**
 * Vectors that no model has made, one for each message: to compute a million real ones takes hours. They lie around centres,
 * as those of real texts do, so that the index has as much to do as with real ones. What is found by them means nothing.
 */
final class SyntheticVectors {

    private static final int DIMENSIONS = 384;
    private static final int CENTRES = 500;
    private static final double SECOND_CENTRE = 0.6;
    private static final double NOISE = 0.8;
    private static final long SEED = 104_729;
    private static final int HASH_BYTES = 32;
    private static final int SESSIONS_PER_COMMIT = 100;
    private static final String OPTIONS = "&rewriteBatchedStatements=true";

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final double[][] centres = new double[CENTRES][];
    private final BenchDatabase database;
    private final long model;

    SyntheticVectors(BenchDatabase database) {
        this.database = database;
        model = database.number("SELECT MAX(id) FROM embedding_model");
        for (int i = 0; i < CENTRES; i++) {
            centres[i] = random.doubles(DIMENSIONS, -1, 1).toArray();
        }
    }

    /** For the first sessions of the tables; the index is told of them. Gives how many there are. */
    long write(GeneratedHistory history, int sessions) throws SQLException {
        long count = 0;
        try (Connection connection = DriverManager.getConnection(
                        database.schema().url() + OPTIONS,
                        database.schema().user(),
                        database.schema().password());
                PreparedStatement passage = connection.prepareStatement("""
                        INSERT INTO passage (session_id, first_sequence, ordinal, last_sequence, start_char, end_char,
                            model_id, text_hash) VALUES (?, ?, 0, ?, 0, ?, ?, ?)
                        """);
                PreparedStatement embedding = connection.prepareStatement(
                        "INSERT INTO embedding (model_id, text_hash, vector) VALUES (?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (int id = 1; id <= sessions; id++) {
                for (int sequence = 1; sequence <= GeneratedHistory.MESSAGES_PER_SESSION; sequence++) {
                    byte[] hash =
                            ByteBuffer.allocate(HASH_BYTES).putLong(++count).array();
                    add(passage, id, sequence, sequence, Short.MAX_VALUE, model, hash);
                    add(embedding, model, hash, vector());
                }
                if (id % SESSIONS_PER_COMMIT == 0 || id == sessions) {
                    embedding.executeBatch();
                    passage.executeBatch();
                    connection.commit();
                }
            }
        }
        database.execute("ANALYZE TABLE passage, embedding");
        database.execute("""
                INSERT INTO search_task (index_id, session_id, first_sequence, last_sequence, passages, created_ms)
                SELECT search_index.id, coding_session.id, 0, 2147483647, TRUE, 0
                FROM search_index JOIN coding_session ON search_index.name NOT LIKE 'meaning-%%'
                WHERE coding_session.id <= %d ORDER BY coding_session.id
                """.formatted(sessions));
        return count;
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    /** As the server keeps them: scaled by the largest component. */
    private byte[] vector() {
        double[] first = centres[random.nextInt(CENTRES)];
        double[] second = centres[random.nextInt(CENTRES)];
        double[] sum = new double[DIMENSIONS];
        double largest = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            sum[i] = first[i] + SECOND_CENTRE * second[i] + random.nextDouble(-NOISE, NOISE);
            largest = Math.max(largest, Math.abs(sum[i]));
        }
        byte[] bytes = new byte[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            bytes[i] = (byte) Math.round(sum[i] / largest * Byte.MAX_VALUE);
        }
        return bytes;
    }
}
