package dev.opensync.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many rows in one INSERT. The driver would make the same of a batch, but bind each value twice and absent ones too, which
 * costs it more than everything else in storing a message.
 */
final class MultiRowInsert {

    /** Larger statements are sent in pieces: they gain nothing and must stay below {@code max_allowed_packet}. */
    private static final int MAX_CHARS = 1_000_000;

    /** A longer statement would not stay in the driver's cache, and be parsed each time. */
    private static final int MAX_ROWS = 100;

    private final Connection connection;
    private final String head;
    private final StringBuilder rows = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private int rowCount;
    private int textChars;

    /** {@code head} is the statement up to and without {@code VALUES}. */
    MultiRowInsert(Connection connection, String head) {
        this.connection = connection;
        this.head = head;
    }

    /** Sends the rows so far if there are many. The columns in the order of the head. */
    void add(@Nullable Object... columns) throws SQLException {
        char separator = '(';
        rows.append(rows.isEmpty() ? "" : ", ");
        for (Object column : columns) {
            rows.append(separator).append(column == null ? "NULL" : "?");
            separator = ',';
            if (column != null) {
                values.add(column);
                textChars += column instanceof String text ? text.length() : 0;
            }
        }
        rows.append(')');
        rowCount++;
        if (rowCount == MAX_ROWS || textChars > MAX_CHARS) {
            send();
        }
    }

    /** Sends what is left. */
    void send() throws SQLException {
        if (values.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(head + " VALUES " + rows)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        }
        rows.setLength(0);
        values.clear();
        rowCount = 0;
        textChars = 0;
    }
}
