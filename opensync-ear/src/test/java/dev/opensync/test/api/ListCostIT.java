package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a page of a list costs does not grow with the sessions that it does not show. */
@SystemTest
@Tag("database")
class ListCostIT {

    private static final int SESSIONS = 20_000;
    private static final int SHOWN = 50;
    private static final int REQUESTS = 5;

    /** In the order of their last change; the first 6,000 are of a model that was not used since. */
    private static final String INSERT = """
            INSERT INTO coding_session
                (public_id, account_id, external_id, source, source_given, model, created_ms, created_given, updated_ms, synced_ms)
            WITH RECURSIVE hundreds (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM hundreds WHERE n < 199)
            SELECT LEFT(SHA2(CONCAT('%1$d-', number), 256), 32), %1$d, CONCAT('s', number), 'pi', TRUE, IF(number < 6000, 'old', 'new'),
                1700000000000 + number, TRUE, 1700000000000 + number, 1
            FROM (SELECT a.n * 200 + b.n AS number FROM hundreds a CROSS JOIN hundreds b) numbers
            WHERE number < %2$d
            """;

    private final TestServer server;
    private final ApiClient api;
    private final long accountId;

    ListCostIT(TestServer server) {
        this.server = server;
        api = OtherAccount.client(server, "READ");
        accountId = Long.parseLong(api.get("/api/me").json().get("id").asText());
    }

    @Test
    void sessionsOfAModelThatWasNotUsedForLongAreFoundAtOnce() throws SQLException {
        try (Connection connection = server.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(INSERT.formatted(accountId, SESSIONS));
            statement.executeQuery("ANALYZE TABLE coding_session").close();
            try {
                ApiResponse page = api.get("/api/sessions?model=old&limit=" + SHOWN);

                assertThat(StreamSupport.stream(page.json().get("sessions").spliterator(), false)
                                .map(session -> session.get("externalId").asText()))
                        .hasSize(SHOWN)
                        .startsWith("s5999", "s5998");
                assertThat(leastRowsRead(statement, "/api/sessions?model=old&limit=" + SHOWN))
                        .isLessThan(SESSIONS / 10);
                assertThat(leastRowsRead(
                                statement,
                                "/api/sessions?model=old&limit=" + SHOWN + "&cursor="
                                        + page.json().get("nextCursor").asText()))
                        .isLessThan(SESSIONS / 10);
            } finally {
                statement.executeUpdate("DELETE FROM coding_session WHERE account_id = " + accountId);
            }
        }
    }

    /** The server also reads by itself now and then; the least of some is what the page takes. */
    private long leastRowsRead(Statement statement, String path) throws SQLException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < REQUESTS; i++) {
            long before = rowsRead(statement);
            assertThat(api.get(path).status()).isEqualTo(200);
            least = Math.min(least, rowsRead(statement) - before);
        }
        return least;
    }

    private static long rowsRead(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Handler_read%'")) {
            long rows = 0;
            while (found.next()) {
                rows += found.getLong(2);
            }
            return rows;
        }
    }
}
