package dev.opensync.test.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.RequiresMySql;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guards the second run of the tests tagged {@code database}: it must not quietly use MariaDB again. */
@SystemTest
@RequiresMySql
class RealMySqlIT {

    private final TestServer server;

    RealMySqlIT(TestServer server) {
        this.server = server;
    }

    @Test
    @Tag("database")
    void theDatabaseIsTheOneThatWasAskedFor() throws SQLException {
        boolean mySqlRun = "mysql".equals(System.getProperty("opensync.test.database"));

        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT VERSION()")) {
            row.next();
            assertThat(row.getString(1).contains("MariaDB")).isEqualTo(!mySqlRun);
        }
    }
}
