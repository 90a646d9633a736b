package dev.opensync.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Random;

/**
 * The opponent: a program that does nothing but the statements of one sync transaction, on a connection of its own with
 * autocommit off for good and every statement prepared once. What the server would compute between them is made up.
 */
final class PlainRequester implements Requester {

    private static final String OPTIONS =
            "&rewriteBatchedStatements=true&useLocalSessionState=true&cacheServerConfiguration=true"
                    + "&tcpKeepAlive=true&openTelemetry=DISABLED";
    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final int HASH_BYTES = 16;
    private static final byte[] TEXT_HASH = hash("text");

    private final Connection connection;
    private final MessageSource source;
    private final long accountId;
    private final byte[] bucket;
    private final Random random = new Random();
    private final PreparedStatement lock;
    private final PreparedStatement create;
    private final PreparedStatement updateSession;
    private final PreparedStatement find;
    private final PreparedStatement insertMessage;
    private final PreparedStatement insertPart;
    private final PreparedStatement addUsage;
    private final PreparedStatement leaveSearchTask;
    private long sessionId;
    private int nextSequence;

    PlainRequester(String url, String user, String password, MessageSource source) {
        this.source = source;
        bucket = hash(source.model());
        try {
            connection = DriverManager.getConnection(url + OPTIONS, user, password);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            accountId = anAccount();
            lock = connection.prepareStatement(PlainSql.LOCK);
            create = connection.prepareStatement(PlainSql.CREATE);
            updateSession = connection.prepareStatement(PlainSql.UPDATE_SESSION);
            find = connection.prepareStatement(
                    PlainSql.FIND.formatted(String.join(", ", Collections.nCopies(source.batchSize(), "?"))));
            insertMessage = connection.prepareStatement(PlainSql.INSERT_MESSAGE);
            insertPart = connection.prepareStatement(PlainSql.INSERT_PART);
            addUsage = connection.prepareStatement(PlainSql.ADD_USAGE);
            leaveSearchTask = connection.prepareStatement(PlainSql.LEAVE_SEARCH_TASK);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean request() {
        source.advance();
        try {
            store(Clock.systemUTC().millis());
            connection.commit();
            return true;
        } catch (SQLException e) {
            return rolledBack();
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void store(long nowMs) throws SQLException {
        boolean isNew = !lockSession();
        if (isNew) {
            createSession(nowMs);
            lockSession();
        } else {
            findMessages();
        }
        insertMessages(nowMs);
        updateSession(nowMs);
        addUsage(nowMs, isNew);
        leaveSearchTask();
    }

    private boolean lockSession() throws SQLException {
        lock.setLong(1, accountId);
        lock.setString(2, source.sessionId());
        try (ResultSet found = lock.executeQuery()) {
            if (!found.next()) {
                return false;
            }
            sessionId = found.getLong("id");
            nextSequence = found.getInt("next_sequence");
            return true;
        }
    }

    private void createSession(long nowMs) throws SQLException {
        byte[] publicId = new byte[HASH_BYTES];
        random.nextBytes(publicId);
        create.setString(1, HexFormat.of().formatHex(publicId));
        create.setLong(2, accountId);
        create.setString(3, source.sessionId());
        create.setString(4, "opencode");
        create.setLong(5, nowMs);
        create.setLong(6, nowMs);
        create.setLong(7, nowMs);
        create.executeUpdate();
    }

    private void findMessages() throws SQLException {
        find.setLong(1, sessionId);
        for (int i = 0; i < source.batchSize(); i++) {
            find.setString(i + 2, source.messageId(i));
        }
        try (ResultSet found = find.executeQuery()) {
            if (found.next()) {
                throw new IllegalStateException("The ids of a benchmark are new");
            }
        }
    }

    private void insertMessages(long nowMs) throws SQLException {
        for (int i = 0; i < source.batchSize(); i++) {
            insertMessage.setLong(1, sessionId);
            insertMessage.setInt(2, nextSequence + i);
            insertMessage.setString(3, source.messageId(i));
            insertMessage.setString(4, "ASSISTANT");
            insertMessage.setString(5, source.model());
            insertMessage.setNull(6, Types.BIGINT);
            insertMessage.setNull(7, Types.BIGINT);
            insertMessage.setNull(8, Types.BIGINT);
            insertMessage.setBytes(9, TEXT_HASH);
            insertMessage.setNull(10, Types.BINARY);
            insertMessage.setNull(11, Types.VARCHAR);
            insertMessage.setLong(12, nowMs);
            insertMessage.addBatch();
            insertPart.setLong(1, sessionId);
            insertPart.setInt(2, nextSequence + i);
            insertPart.setInt(3, 0);
            insertPart.setString(4, "text");
            insertPart.setString(5, source.text(i));
            insertPart.setNull(6, Types.VARCHAR);
            insertPart.addBatch();
        }
        insertMessage.executeBatch();
        insertPart.executeBatch();
        nextSequence += source.batchSize();
    }

    private void updateSession(long nowMs) throws SQLException {
        Object[] values = {
            null,
            null,
            null,
            source.model(),
            null,
            "claude-code",
            true,
            0L,
            0L,
            0L,
            0L,
            0L,
            null,
            nextSequence - 1,
            nextSequence,
            null,
            nowMs,
            false,
            nowMs,
            nowMs,
            sessionId
        };
        for (int i = 0; i < values.length; i++) {
            updateSession.setObject(i + 1, values[i]);
        }
        updateSession.executeUpdate();
    }

    private void addUsage(long nowMs, boolean isNew) throws SQLException {
        addUsage.setLong(1, accountId);
        addUsage.setInt(2, (int) (nowMs / MILLIS_PER_DAY));
        addUsage.setBytes(3, bucket);
        addUsage.setString(4, "claude-code");
        addUsage.setString(5, "unknown");
        addUsage.setString(6, source.model());
        addUsage.setNull(7, Types.VARCHAR);
        addUsage.setLong(8, isNew ? 1 : 0);
        addUsage.setLong(9, source.batchSize());
        for (int i = 10; i <= 13; i++) {
            addUsage.setLong(i, 0);
        }
        addUsage.executeUpdate();
    }

    private void leaveSearchTask() throws SQLException {
        leaveSearchTask.setLong(1, sessionId);
        leaveSearchTask.setInt(2, nextSequence - source.batchSize());
        leaveSearchTask.setInt(3, nextSequence - 1);
        leaveSearchTask.executeUpdate();
    }

    private boolean rolledBack() {
        try {
            connection.rollback();
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long anAccount() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT MIN(id) FROM account")) {
            found.next();
            return found.getLong(1);
        }
    }

    private static byte[] hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
