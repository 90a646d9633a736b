package dev.opensync.test.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.OpenSearchNode;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServers;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One story, since each server takes its time to start. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchClusterIT {

    private static final String KEY = "osk_searchClusterTestsAdministrator0000000000";

    /** More than the lease of a dead server lasts. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private OpenSearchNode node;
    private OpenSyncServer first;
    private OpenSyncServer second;
    private ApiClient firstApi;
    private ApiClient secondApi;

    @BeforeAll
    void start(TestServers servers) {
        node = OpenSearchNode.start("search-cluster-node");
        Map<String, String> settings = Map.of(
                "OPENSYNC_INIT_EMAIL", "admin@example.org",
                "OPENSYNC_INIT_PASSWORD", "correct horse battery staple",
                "OPENSYNC_INIT_API_KEY", KEY,
                "OPENSYNC_SEARCH_BACKEND", "opensearch",
                "OPENSYNC_SEARCH_URL", node.url());
        first = servers.fresh("search_cluster", settings);
        second = servers.beside("search_cluster_second", first, settings);
        firstApi = first.client().withToken(KEY);
        secondApi = second.client().withToken(KEY);
    }

    @AfterAll
    void stop() {
        second.close();
        first.close();
        node.close();
    }

    @Test
    void searchingOnAClusterGoesOnWhateverHappensToTheOthers() throws Exception {
        sync(firstApi, "shop", "Why does parseJsonBody fail on large inputs?");
        IntStream.range(0, 5).forEach(i -> sync(firstApi, "page-" + i, "pagination " + "again ".repeat(i)));
        IntStream.range(0, 7).forEach(i -> sync(firstApi, "equal-" + i, "equally good"));

        JsonNode found = awaitFound(firstApi, "json body project:shop", 1).get(0);
        assertThat(found.get("externalId").asText()).isEqualTo("shop");
        assertThat(found.get("snippet").asText()).contains("<em>").contains("fail on large inputs?");
        assertThat(found.get("matchedIn").get(0).asText()).isEqualTo("text");
        awaitFound(secondApi, "parse_json_body", 1);
        assertPages(secondApi);
        assertEqualOnesOnce(secondApi);
        assertExclusions(secondApi);
        awaitNearest(secondApi, "semantic", "a big request body cannot be decoded", "shop");
        awaitNearest(firstApi, "hybrid", "a big request body cannot be decoded", "shop");

        first.kill();
        sync(secondApi, "takeover", "the survivor carries on");
        awaitFound(secondApi, "survivor", 1);

        node.kill();
        sync(secondApi, "meanwhile", "written while nobody listened");
        ApiResponse away = search(secondApi, "listened");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.json().get("error").asText()).contains("search");
        node.restart();
        awaitFound(secondApi, "listened", 1);

        node.delete("opensync-*");
        awaitFound(secondApi, "pagination", 5);
        awaitFound(secondApi, "listened", 1);
    }

    private static void assertPages(ApiClient api) {
        awaitFound(api, "pagination", 5);
        ApiResponse start = api.get("/api/search?q=pagination&limit=3");
        ApiResponse rest = api.get("/api/search?q=pagination&limit=3&cursor="
                + start.json().get("nextCursor").asText());
        assertThat(start.json().get("results").findValuesAsText("externalId"))
                .hasSize(3)
                .doesNotContainAnyElementsOf(rest.json().get("results").findValuesAsText("externalId"));
        assertThat(rest.json().get("results")).hasSize(2);
    }

    private static void assertEqualOnesOnce(ApiClient api) {
        awaitFound(api, "equally", 7);
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            ApiResponse page = api.get("/api/search?q=equally&limit=2&cursor=" + cursor);
            seen.addAll(page.json().get("results").findValuesAsText("externalId"));
            cursor = page.json().path("nextCursor").asText();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    private static void assertExclusions(ApiClient api) {
        for (String excluding : List.of(
                "-project:shop",
                "-parseJsonBody",
                "-\"large inputs\"",
                "-source:pi project:shop",
                "is:shared",
                "is:eval")) {
            assertThat(found(api, "fail on large inputs " + excluding))
                    .as(excluding)
                    .isEmpty();
        }
        for (String keeping : List.of(
                "-project:page",
                "-role:assistant",
                "-tool:bash",
                "-is:shared",
                "-is:eval",
                "-before:2020-01-01",
                "-again")) {
            assertThat(found(api, "fail on large inputs " + keeping))
                    .as(keeping)
                    .containsExactly("shop");
        }
        assertThat(found(api, "pagination -project:\"page 3\"")).hasSize(4).doesNotContain("page-3");
        assertThat(found(api, "pagination after:2100-01-01")).isEmpty();
    }

    private static List<String> found(ApiClient api, String query) {
        return search(api, query).json().get("results").findValuesAsText("externalId");
    }

    private static void awaitNearest(ApiClient api, String type, String query, String session) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            ApiResponse answer = search(api, query, type);
            assertThat(answer.header("X-Search-Type")).isEqualTo(type);
            assertThat(answer.header("X-Search-Meaning")).isEqualTo("100%");
            assertThat(answer.json().get("results").findValuesAsText("externalId"))
                    .startsWith(session);
        });
    }

    private static void sync(ApiClient api, String session, String text) {
        ApiResponse answer = api.post("/sync/batch", """
                {"sessions": [{"externalId": "%s", "projectName": "%s", "source": "pi"}],
                 "messages": [{"sessionExternalId": "%s", "externalId": "m", "role": "user", "textContent": "%s"}]}
                """.formatted(session, session, session, text));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static ApiResponse search(ApiClient api, String query) {
        return search(api, query, "fulltext");
    }

    private static ApiResponse search(ApiClient api, String query, String type) {
        return api.get("/api/search?type=" + type + "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    private static JsonNode awaitFound(ApiClient api, String query, int results) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> {
                            ApiResponse answer = search(api, query);
                            return answer.status() == 200 ? answer.json().get("results") : null;
                        },
                        found -> found != null && found.size() == results);
    }
}
