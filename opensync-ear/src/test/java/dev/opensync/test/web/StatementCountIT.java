package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.Member;
import dev.opensync.harness.PageClient;
import dev.opensync.harness.StatementCounter;
import dev.opensync.harness.StatementCounter.Count;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That no page asks the database more often for many sessions than for few. */
@SystemTest
@Tag("database")
class StatementCountIT {

    private static final List<String> PAGES = List.of(
            "/overview",
            "/overview?days=90",
            "/sessions",
            "/sessions?sort=cost",
            "/sessions?view=timeline",
            "/sessions?eval=yes",
            "/analytics",
            "/evals",
            "/wrapped",
            "/settings");

    private static final long MOST = 24;

    /** The server also works by itself now and then; the least of some is what the page takes. */
    private static final int REQUESTS = 7;

    private final TestServer server;
    private final PageClient pages;
    private final ApiClient api;

    StatementCountIT(TestServer server) {
        this.server = server;
        Member member = server.newMember("Many", UUID.randomUUID() + "@example.org", "another horse battery staple");
        pages = member.pages();
        api = member.api();
    }

    @Test
    void moreSessionsTakeNoMoreStatements() throws SQLException {
        sync(0, 4);
        Map<String, Long> few = new LinkedHashMap<>();
        // What is new, also that of other tests, is still being indexed and counted meanwhile.
        await().untilAsserted(() -> {
            statements().forEach((page, count) -> few.merge(page, count, Math::min));
            assertThat(few).allSatisfy((page, count) -> assertThat(count).isBetween(1L, MOST));
        });

        sync(4, 60);

        Map<String, Long> many = new LinkedHashMap<>();
        await().untilAsserted(() -> {
            statements().forEach((page, count) -> many.merge(page, count, Math::min));
            assertThat(many).allSatisfy((page, count) -> assertThat(count).isLessThanOrEqualTo(few.get(page)));
        });
    }

    private Map<String, Long> statements() throws SQLException {
        Map<String, Long> statements = new LinkedHashMap<>();
        try (StatementCounter counter = new StatementCounter(server.database())) {
            for (String path : PAGES) {
                long least = Long.MAX_VALUE;
                for (int i = 0; i < REQUESTS; i++) {
                    Count before = counter.now();
                    assertThat(pages.get(path).address().getPath()).isEqualTo(path.split("\\?", 2)[0]);
                    least = Math.min(least, counter.now().since(before).statements());
                }
                statements.put(path, least);
            }
        }
        return statements;
    }

    /** Every second one is chosen for evals; each has a project and a model of its own. */
    private void sync(int first, int end) {
        String sessions =
                IntStream.range(first, end).mapToObj(i -> """
                        {"externalId": "s%1$d", "projectName": "project %1$d", "model": "model %1$d", "source": "pi",
                         "promptTokens": %1$d, "cost": 0.1}""".formatted(i)).collect(Collectors.joining(","));
        String messages =
                IntStream.range(first, end).mapToObj(i -> """
                        {"sessionExternalId": "s%1$d", "externalId": "m", "role": "user", "textContent": "Hello %1$d"}""".formatted(i)).collect(Collectors.joining(","));
        assertThat(api.post("/sync/batch", "{\"sessions\": [" + sessions + "], \"messages\": [" + messages + "]}")
                        .status())
                .isEqualTo(200);
        IntStream.iterate(first, i -> i < end, i -> i + 2)
                .forEach(i -> assertThat(api.send(
                                        "PATCH",
                                        "/api/sessions/s" + i,
                                        BodyPublishers.ofString("{\"evalReady\": true}"),
                                        Map.of())
                                .status())
                        .isEqualTo(200));
    }
}
