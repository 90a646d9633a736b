package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.usage.UsageRebuild;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each sync adds to and takes from the daily sums comes to what counting all sessions gives. */
@SystemTest
@Tag("database")
class UsageRebuildIT {

    private static final int BATCHES = 150;
    private static final int SENDERS = 4;
    private static final int REBUILDS = 40;
    private static final int DEADLOCK = 1213;

    private final TestServer server;
    private final ApiClient api;
    private final long accountId;

    UsageRebuildIT(TestServer server) {
        this.server = server;
        api = OtherAccount.client(server, "SYNC,READ");
        accountId = Long.parseLong(api.get("/api/me").json().get("id").asText());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void sumsOfManyReportsAreThoseOfARebuild(long seed) throws SQLException {
        send(new RandomReports(seed));
        Set<String> rolledUp = sums();

        rebuild();

        assertThat(rolledUp).isNotEmpty().isEqualTo(sums());
    }

    @Test
    void rebuildMendsDamage() throws SQLException {
        send(new RandomReports(5));
        Set<String> rolledUp = sums();
        try (Connection connection = server.database().connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "UPDATE usage_daily SET sessions = sessions + 7, cost_micros = 1 WHERE account_id = " + accountId);
        }

        rebuild();

        assertThat(sums()).isEqualTo(rolledUp);
    }

    /** Neither may lose what the other does, and no client may notice. */
    @Test
    void rebuildsAndSyncsAtTheSameTimeAgree() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(SENDERS + 1);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                RandomReports reports = new RandomReports(100 + sender);
                tasks.add(() -> send(reports));
            }
            tasks.add(this::rebuildOften);
            for (Future<Integer> task : threads.invokeAll(tasks)) {
                assertThat(task.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
        Set<String> rolledUp = sums();

        rebuild();

        assertThat(rolledUp).isNotEmpty().isEqualTo(sums());
    }

    private int send(RandomReports reports) {
        for (int i = 0; i < BATCHES; i++) {
            String batch = reports.batch();
            assertThat(api.post("/sync/batch", batch).body()).as(batch).contains("\"errors\":[]");
        }
        return BATCHES;
    }

    private int rebuildOften() throws SQLException {
        int done = 0;
        for (int i = 0; i < REBUILDS; i++) {
            try {
                rebuild();
                done++;
            } catch (SQLException e) {
                // The database chose it as the one to give way; it is simply done again later.
                assertThat(e.getErrorCode()).isEqualTo(DEADLOCK);
            }
        }
        return done;
    }

    private void rebuild() throws SQLException {
        try (Connection connection = server.database().connect()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            new UsageRebuild(connection).rebuild(accountId);
            connection.commit();
        }
    }

    private Set<String> sums() {
        return StoredSums.of(server.database(), accountId);
    }
}
