package dev.opensync.sync;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many rows in one INSERT. The driver would make the same of a batch, but bind each value twice and absent ones too, which
 * costs it more than everything else in storing a message. A full statement, of {@value #MAX_ROWS} rows, is the same each
 * time and stays prepared at the database.
 */
final class MultiRowInsert {

    /** Larger statements are sent in pieces: they gain nothing and must stay below {@code max_allowed_packet}. */
    private static final int MAX_CHARS = 1_000_000;

    /** A longer statement would not stay in the driver's cache, and be parsed each time. */
    private static final int MAX_ROWS = 100;

    private final StoringConnection connection;
    private final String head;
    private final List<@Nullable Object> values = new ArrayList<>();
    private int rowCount;
    private int textChars;

    /** {@code head} is the statement up to and without {@code VALUES}. */
    MultiRowInsert(StoringConnection connection, String head) {
        this.connection = connection;
        this.head = head;
    }

    /** Sends the rows so far if there are many. The columns in the order of the head. */
    void add(@Nullable Object... columns) throws SQLException {
        for (Object column : columns) {
            values.add(column);
            textChars += column instanceof String text ? text.length() : 0;
        }
        rowCount++;
        if (rowCount == MAX_ROWS) {
            sendFull();
        } else if (textChars > MAX_CHARS) {
            send();
        }
    }

    /** Sends what is left. */
    void send() throws SQLException {
        if (rowCount == 0) {
            return;
        }
        StringBuilder sql = new StringBuilder(head).append(" VALUES ");
        int columns = values.size() / rowCount;
        for (int i = 0; i < values.size(); i++) {
            sql.append(i % columns > 0 ? "," : i > 0 ? "),(" : "(").append(values.get(i) == null ? "NULL" : "?");
        }
        values.removeIf(value -> value == null);
        execute(connection.plain().prepareStatement(sql.append(')').toString()));
    }

    private void sendFull() throws SQLException {
        String row = "(" + "?,".repeat(values.size() / MAX_ROWS - 1) + "?)";
        execute(connection.prepareAtDatabase(head + " VALUES " + row + ("," + row).repeat(MAX_ROWS - 1)));
    }

    private void execute(PreparedStatement insert) throws SQLException {
        try (insert) {
            for (int i = 0; i < values.size(); i++) {
                insert.setObject(i + 1, values.get(i));
            }
            insert.executeUpdate();
        }
        values.clear();
        rowCount = 0;
        textChars = 0;
    }
}
