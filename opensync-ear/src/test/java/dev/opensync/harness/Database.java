package dev.opensync.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A schema that a server under test can use as its own. */
public record Database(String url, String user, String password) {

    private static final String OPTIONS = "?sslMode=DISABLED&allowPublicKeyRetrieval=true";

    static Database at(int port, String schema, String user, String password) {
        return new Database("jdbc:mysql://127.0.0.1:" + port + "/" + schema + OPTIONS, user, password);
    }

    /** For tests that must look behind the product. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
