package dev.opensync.test.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a key opens, and when it no longer does. */
@SystemTest
class ApiKeyIT {

    private static final Duration REVOCATION_LIMIT = Duration.ofSeconds(5);

    private final TestServer server;
    private final Person person;

    ApiKeyIT(TestServer server) {
        this.server = server;
        person = Person.signUp(server);
    }

    @ParameterizedTest
    @CsvSource({
        "SYNC, 200, 200, 403",
        "READ, 403, 403, 200",
        "ADMIN, 403, 403, 403",
        "'SYNC,READ', 200, 200, 200",
    })
    void keyOpensWhatItsScopesSay(String scopes, int sync, int list, int read) {
        ApiClient api = person.client(scopes, 0);

        assertThat(api.post("/sync/session", "{\"externalId\": \"s\"}").status())
                .isEqualTo(sync);
        assertThat(api.get("/sync/sessions/list").status()).isEqualTo(list);
        ApiResponse sessions = api.get("/api/sessions");
        assertThat(sessions.status()).isEqualTo(read);
        if (read == 403) {
            assertThat(error(sessions)).contains("scope READ");
        }
    }

    @Test
    void keyRevokedOnAnotherNodeIsRefusedWithinFiveSeconds() {
        ApiClient busy = person.client("READ", 0);
        assertThat(busy.get("/api/sessions").status()).isEqualTo(200);

        Sql.change(
                server.database(),
                "UPDATE api_key SET revoked_ms = 1 WHERE account_id = (SELECT id FROM account WHERE email = ?)",
                person.email());

        await().atMost(REVOCATION_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> busy.get("/api/sessions").status() == 401);
        assertThat(error(busy.get("/api/sessions"))).isEqualTo("Invalid API key");
    }

    @Test
    void keyRevokedOnThePageIsRefusedAtOnce() {
        ApiClient api = person.client("READ", 0);
        assertThat(api.get("/api/sessions").status()).isEqualTo(200);
        PageClient pages = server.visitor();
        person.signIn(pages);

        pages.submit(pages.get("/settings"), "keysForm", "rows:0:revoke");

        assertThat(api.get("/api/sessions").status()).isEqualTo(401);
        assertThat(pages.get("/settings").text()).doesNotContain("Laptop");
    }

    @Test
    void expiredKeyIsRefused() {
        ApiResponse answer =
                person.client("READ", System.currentTimeMillis() - 1000).get("/api/sessions");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(error(answer)).isEqualTo("Invalid API key");
    }

    @Test
    void keyInUseIsRefusedFromTheMomentItExpires() {
        long expiresMs = System.currentTimeMillis() + 3000;
        ApiClient api = person.client("READ", expiresMs);
        assertThat(api.get("/api/sessions").status()).isEqualTo(200);

        await().pollInterval(Duration.ofMillis(100)).until(() -> System.currentTimeMillis() > expiresMs);

        assertThat(api.get("/api/sessions").status()).isEqualTo(401);
    }

    @Test
    void scopeOfAdministratorsIsWorthNothingToAMember() {
        ApiResponse me = person.client("SYNC,ADMIN", 0).get("/api/me");

        assertThat(me.json().get("scopes")).map(JsonNode::asText).containsExactly("sync");
    }

    @Test
    void onlyTheHashOfAKeyIsStored() {
        String key = server.adminKey();

        assertThat(Sql.count(
                        server.database(),
                        "SELECT COUNT(*) FROM api_key WHERE prefix = '" + key.substring(0, 12) + "'"))
                .isEqualTo(1);
        assertThat(Sql.count(
                        server.database(),
                        "SELECT COUNT(*) FROM api_key WHERE secret_hash = UNHEX(SHA2('" + key + "', 256))"))
                .isEqualTo(1);
    }

    @Test
    void lastUseAndItsClientAreShown() {
        ApiClient api = person.client("READ", 0);
        PageClient pages = server.visitor();
        person.signIn(pages);
        assertThat(pages.get("/settings").text()).contains("Laptop").doesNotContain("a-plugin/1.2");

        api.send("GET", "/api/sessions", BodyPublishers.noBody(), Map.of("User-Agent", "a-plugin/1.2"));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Page settings = pages.get("/settings");
            assertThat(settings.text()).contains("a-plugin/1.2");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/api/sessions, , Missing Authorization header",
        "/api/sessions, Basic YTpi, Missing Authorization header",
        "/api/sessions, bearer osk_x, Missing Authorization header",
        "/api/sessions, Bearer osk_unknown, Invalid API key",
        "/api/sessions, Bearer no-token-at-all, Invalid or expired token",
        "/sync/session, , Missing Authorization header",
        "/sync/session, Bearer osk_unknown, Invalid API key",
        "/sync/sessions/list, , Invalid API key format",
        "/sync/sessions/list, Basic YTpi, Invalid API key format",
        "/sync/sessions/list, Bearer osk_unknown, Invalid API key",
    })
    void refusalsSayWhatClientsKnow(String path, String authorization, String error) {
        Map<String, String> headers = authorization == null ? Map.of() : Map.of("Authorization", authorization);
        boolean post = path.equals("/sync/session");

        ApiResponse answer = server.anonymous()
                .send(
                        post ? "POST" : "GET",
                        path,
                        post ? BodyPublishers.ofString("not JSON") : BodyPublishers.noBody(),
                        headers);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(error(answer)).isEqualTo(error);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    private static String error(ApiResponse answer) {
        return answer.json().get("error").asText();
    }
}
