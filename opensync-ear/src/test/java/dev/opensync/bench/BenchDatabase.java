package dev.opensync.bench;

import dev.opensync.harness.Database;
import dev.opensync.harness.GivenMySql;
import dev.opensync.harness.MariaDbServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The database of server and opponent alike. */
public final class BenchDatabase implements AutoCloseable {

    private static final String NAME = "bench";

    private static final String[] FILLED = {
        "search_task",
        "session_tool",
        "session_tool_count",
        "eval_tag",
        "eval_mark",
        "shared_session",
        "passage",
        "embedding",
        "message_part",
        "message",
        "coding_session",
        "usage_daily",
        "usage_hourly",
        "usage_tool_daily",
        "access_log"
    };

    private final Database schema;
    private final @Nullable MariaDbServer own;

    private BenchDatabase(Database schema, @Nullable MariaDbServer own) {
        this.schema = schema;
        this.own = own;
    }

    /**
     * The MySQL that is named for the tests, otherwise a MariaDB as the launcher starts it; {@code kept}: with what an earlier
     * run of that kind left in it.
     */
    static BenchDatabase start(boolean kept) {
        if (GivenMySql.isNamed()) {
            return new BenchDatabase(kept ? GivenMySql.kept() : GivenMySql.emptied(), null);
        }
        if (kept) {
            MariaDbServer own = MariaDbServer.resume(NAME + "-kept");
            return new BenchDatabase(own.keptSchema(NAME), own);
        }
        MariaDbServer own = MariaDbServer.start(NAME);
        return new BenchDatabase(own.schema(NAME), own);
    }

    public Database schema() {
        return schema;
    }

    /** Each run begins with empty tables, so that none pays for what an earlier one left behind. */
    public void empty() {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String table : FILLED) {
                statement.execute("TRUNCATE TABLE " + table);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql, Object... values) {
        try (Connection connection = schema.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean hasTable(String name) {
        return !"0"
                .equals(text(
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"
                                + " AND table_name = ?",
                        name));
    }

    /** How many are stored. */
    public long messages() {
        return number("SELECT COUNT(*) FROM message");
    }

    /** The only value of the only row. */
    public long number(String query) {
        return Long.parseLong(value(query, 1));
    }

    /** Likewise. */
    public String text(String query, Object... values) {
        return value(query, 1, values);
    }

    String version() {
        return value("SELECT VERSION()", 1);
    }

    /** How many statements of this kind the database has seen, for example {@code Com_select} or {@code Questions}. */
    long counter(String name) {
        return Long.parseLong(value("SHOW GLOBAL STATUS LIKE '" + name + "'", 2));
    }

    String variable(String name) {
        return value("SHOW GLOBAL VARIABLES LIKE '" + name + "'", 2);
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }

    private String value(String query, int column, Object... values) {
        try (Connection connection = schema.connect();
                PreparedStatement statement = connection.prepareStatement(query)) {
            bind(statement, values);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("Nothing found by " + query);
                }
                return found.getString(column);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
