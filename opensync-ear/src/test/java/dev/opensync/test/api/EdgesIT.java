package dev.opensync.test.api;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class EdgesIT {

    private final TestServer server;

    EdgesIT(TestServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sync",
                "/sync/none",
                "/api",
                "/api/none/at/all",
                "/health/none",
                "//api//none",
                "/x.convex.site/sync/none/",
                "//api/%252e%252e/login",
                "/x.convex.site/api/%252e%252e%252flogin",
                "//api/none/%25",
                "//api/..;/login"
            })
    void unknownPathsAreJson(String path) {
        ApiResponse response = server.admin().get(path);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.header("Content-Type")).startsWith("application/json");
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThatJson(response.body()).node("error").isEqualTo("There is nothing at this path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sync/session",
                "//sync/message",
                "/api/sessions",
                "/health",
                "/x.convex.site/sync/batch/",
                "/api/none",
                "/",
                "/sessions",
                "/settings.xhtml",
                "/admin/accounts",
                "/nothing-here"
            })
    void preflightIsAnsweredWithoutCredentials(String path) {
        ApiResponse response = server.anonymous().send("OPTIONS", path, BodyPublishers.noBody(), Map.of());

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.header("Access-Control-Allow-Methods")).isEqualTo("GET, POST, PATCH, DELETE, OPTIONS");
        assertThat(response.header("Access-Control-Allow-Headers"))
                .isEqualTo("Authorization, Content-Type, If-None-Match");
        assertThat(response.header("Access-Control-Max-Age")).isEqualTo("86400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/stats",
                "//api/stats",
                "/api/stats/",
                "/api//stats",
                "/opensync.convex.site/api/stats",
                "/opensync.convex.site//api/stats/"
            })
    void oddSpellingsReachTheSameResource(String path) {
        assertThat(server.admin().get(path).status()).isEqualTo(200);
        assertThat(server.anonymous().get(path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/stats, 405",
        "POST, /api/me, 405",
        "DELETE, /api/export, 405",
        "GET, /sync/session, 405",
        "GET, /api/mutation, 405",
        "POST, /health, 405",
        "BREW, /health, 405",
        "GET, /api/none, 404",
        "POST, /sync/none, 404",
        "POST, /sync/session, 400",
        "GET, /api/sessions?limit=x, 400",
        "GET, /api/sessions/none, 404"
    })
    void everyRefusalHasTheSameShape(String method, String path, int status) {
        ApiResponse response = server.admin().send(method, path, BodyPublishers.noBody(), Map.of());

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.header("Content-Type")).startsWith("application/json");
        assertThat(response.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThatJson(response.body()).isObject().containsOnlyKeys("error", "title", "status", "detail");
        assertThatJson(response.body()).node("status").isEqualTo(status);
        assertThatJson(response.body()).node("error").isString().isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/api/sessions",
                "/api/none",
                "/sync/sessions/list",
                "/api/search",
                "/api/export/evals"
            })
    void everyAnswerMayBeReadByPagesOfAnyOrigin(String path) {
        for (ApiClient client : List.of(server.admin(), server.anonymous())) {
            ApiResponse answer = client.get(path);

            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("Access-Control-Allow-Methods")).contains("GET", "POST", "DELETE", "OPTIONS");
            assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization", "Content-Type");
        }
    }

    @ParameterizedTest
    @CsvSource({"PUT, /api/stats, GET", "GET, /sync/session, POST", "POST, /health, GET"})
    void wrongMethodIsToldTheRightOnes(String method, String path, String allowed) {
        ApiResponse response = server.admin().send(method, path, BodyPublishers.noBody(), Map.of());

        assertThat(response.header("Allow")).contains(allowed);
        assertThat(response.json().get("error").asText()).isEqualTo("This path does not know that method");
    }

    @Test
    void wrongTypeIs406AsJson() {
        ApiResponse response =
                server.admin().send("GET", "/api/stats", BodyPublishers.noBody(), Map.of("Accept", "text/html"));

        assertThat(response.status()).isEqualTo(406);
        assertThat(response.json().get("error").asText()).isEqualTo("Only application/json is served here");
    }

    @Test
    void typeOfABodyDoesNotMatter() {
        ApiResponse response = server.admin()
                .send(
                        "POST",
                        "/sync/session",
                        BodyPublishers.ofString("{\"externalId\": \"" + Synced.newId() + "\"}"),
                        Map.of("Content-Type", "text/plain"));

        assertThat(response.status()).isEqualTo(200);
    }

    @Test
    void headHasNoBody() {
        ApiResponse response = server.admin().send("HEAD", "/api/sessions", BodyPublishers.noBody(), Map.of());

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }
}
