package dev.opensync.sync;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many rows in one INSERT. The driver would make the same of a batch, but bind each value twice, and those too that no row has,
 * which costs it more than everything else in storing a message. A full statement is about the same each time, and stays
 * prepared at the database.
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
        if (rowCount == MAX_ROWS || textChars > MAX_CHARS) {
            send();
        }
    }

    /** Sends what is left. */
    void send() throws SQLException {
        if (rowCount == 0) {
            return;
        }
        BitSet filled = filledColumns();
        try (PreparedStatement insert = prepare(filled)) {
            int index = 1;
            for (int i = 0; i < values.size(); i++) {
                if (filled.get(i % columnCount())) {
                    insert.setObject(index++, values.get(i));
                }
            }
            insert.executeUpdate();
        }
        values.clear();
        rowCount = 0;
        textChars = 0;
    }

    private PreparedStatement prepare(BitSet filled) throws SQLException {
        String row = IntStream.range(0, columnCount())
                .mapToObj(column -> filled.get(column) ? "?" : "NULL")
                .collect(Collectors.joining(",", "(", ")"));
        String sql = head + " VALUES " + row + ("," + row).repeat(rowCount - 1);
        return rowCount == MAX_ROWS
                ? connection.prepareAtDatabase(sql)
                : connection.plain().prepareStatement(sql);
    }

    /** Those with a value in any row. */
    private BitSet filledColumns() {
        BitSet filled = new BitSet();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                filled.set(i % columnCount());
            }
        }
        return filled;
    }

    private int columnCount() {
        return values.size() / rowCount;
    }
}
