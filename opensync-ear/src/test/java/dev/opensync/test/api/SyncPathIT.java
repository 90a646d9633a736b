package dev.opensync.test.api;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients glue their base URL and the path together; all of these reach the same endpoints. */
@SystemTest
class SyncPathIT {

    private final TestServer server;

    SyncPathIT(TestServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/x.convex.site", "/x.convex.site/", "/opensync.convex.site"})
    void everyEndpointAnswersBelow(String base) {
        ApiClient api = server.admin().below(base);
        String id = Synced.newId();

        assertThat(api.anonymous().get("/health").status()).isEqualTo(200);
        assertTaken(api.post("/sync/session", "{\"externalId\": \"" + id + "\"}"));
        assertTaken(api.post(
                "/sync/message", "{\"sessionExternalId\": \"" + id + "\", \"externalId\": \"m\", \"role\": \"user\"}"));
        assertTaken(api.post("/sync/batch", "{}"));
        assertThat(api.get("/sync/sessions/list").status()).isEqualTo(200);
        assertThat(api.get("/api/sessions/get?id=" + id).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sync/session/", "//sync//session", "/sync/session"})
    void slashesDoNotMatter(String path) {
        assertTaken(server.admin().post(path, "{\"externalId\": \"" + Synced.newId() + "\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/health", "/sync/session", "/sync/message", "/sync/batch", "/api/sessions", "/sync/nothing-here"
            })
    void preflightIsAnsweredEverywhere(String path) {
        ApiResponse response = server.anonymous()
                .send("OPTIONS", path, BodyPublishers.noBody(), Map.of("Origin", "https://example.org"));

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertCors(response);
        assertThat(response.header("Access-Control-Max-Age")).isEqualTo("86400");
    }

    @Test
    void answersAndErrorsCarryTheCorsHeaders() {
        assertCors(server.anonymous().get("/health"));
        assertCors(server.admin().post("/sync/batch", "{}"));
        assertCors(server.anonymous().post("/sync/batch", "{}"));
        assertCors(server.admin().post("/sync/batch", "{"));
    }

    private static void assertTaken(ApiResponse response) {
        assertThat(response.status()).isEqualTo(200);
        assertThatJson(response.body()).node("ok").isEqualTo(true);
    }

    private static void assertCors(ApiResponse response) {
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.header("Access-Control-Allow-Methods")).contains("GET", "POST", "DELETE", "OPTIONS");
        assertThat(response.header("Access-Control-Allow-Headers")).startsWith("Authorization, Content-Type");
        assertThat(response.header("Access-Control-Expose-Headers")).contains("ETag", "Retry-After", "X-Search-Type");
    }
}
