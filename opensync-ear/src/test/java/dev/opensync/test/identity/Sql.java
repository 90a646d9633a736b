package dev.opensync.test.identity;

import dev.opensync.harness.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Changes behind the product's back, as by the clock or another node. */
final class Sql {

    private Sql() {}

    /** Fails unless it changes something; {@code values} are those of the question marks. */
    static void change(Database database, String sql, Object... values) {
        if (run(database, sql, values) == 0) {
            throw new AssertionError("Nothing changed: " + sql);
        }
    }

    static long count(Database database, String sql) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static int run(Database database, String sql, Object... values) {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
