package dev.opensync.bench;

import dev.opensync.harness.Database;
import dev.opensync.harness.GivenMySql;
import dev.opensync.harness.MariaDbServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The database of server and opponent alike. */
public final class BenchDatabase implements AutoCloseable {

    private static final String[] FILLED = {
        "search_task",
        "passage",
        "embedding",
        "message_part",
        "message",
        "coding_session",
        "usage_daily",
        "usage_hourly",
        "access_log"
    };

    private final Database schema;
    private final @Nullable MariaDbServer own;

    private BenchDatabase(Database schema, @Nullable MariaDbServer own) {
        this.schema = schema;
        this.own = own;
    }

    /** The MySQL that is named for the tests, otherwise a MariaDB as the launcher starts it. */
    static BenchDatabase start() {
        if (GivenMySql.isNamed()) {
            return new BenchDatabase(GivenMySql.emptied(), null);
        }
        MariaDbServer own = MariaDbServer.start("bench");
        return new BenchDatabase(own.schema("bench"), own);
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

    public void execute(String sql) {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many are stored. */
    public long messages() {
        return number("SELECT COUNT(*) FROM message");
    }

    /** The only value of the only row. */
    public long number(String query) {
        return Long.parseLong(value(query, 1));
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

    private String value(String query, int column) {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            if (!found.next()) {
                throw new IllegalStateException("Nothing found by " + query);
            }
            return found.getString(column);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
