package dev.opensync.harness;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The MySQL schema named by {@code opensync.test.mysql.url/user/password}; the tests empty it. */
public final class GivenMySql {

    private GivenMySql() {}

    public static boolean isNamed() {
        return !setting("url").isBlank();
    }

    /** With what is in it. */
    public static Database kept() {
        return new Database(setting("url"), setting("user"), setting("password"));
    }

    /** Without a single table. Its name must contain "test", so that nobody's data is lost by a wrong URL. */
    public static Database emptied() {
        Database database = kept();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            if (!connection.getCatalog().contains("test")) {
                throw new IllegalStateException("Will not empty the schema " + connection.getCatalog()
                        + ": the name of a schema for tests contains \"test\"");
            }
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String table : tables(statement)) {
                statement.execute("DROP TABLE `" + table + "`");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("SHOW TABLES")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String setting(String name) {
        return System.getProperty("opensync.test.mysql." + name, "");
    }
}
