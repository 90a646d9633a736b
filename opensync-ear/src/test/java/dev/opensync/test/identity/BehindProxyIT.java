package dev.opensync.test.identity;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServers;
import dev.opensync.test.api.Synced;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server as it comes, but for the proxy that is said to stand in front of it. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindProxyIT {

    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "correct horse battery staple";
    private static final String GUESSER = "203.0.113.9";

    private static final Duration LONGER_THAN_KEYS_ARE_CACHED = Duration.ofSeconds(5);

    private final OpenSyncServer server;
    private final PageClient ada;

    BehindProxyIT(TestServers servers) {
        server = servers.fresh("behind_proxy", Map.of("OPENSYNC_HTTP_BEHIND_PROXY", "true"));
        ada = browser("198.51.100.1");
    }

    @BeforeAll
    void firstPersonSetsItUp() {
        Page setUp = ada.get("/");
        assertThat(setUp.address()).hasPath("/set-up");

        Page start = ada.submit(setUp, "setUpForm", "create", "name", "Ada", "email", EMAIL, "password", PASSWORD);

        assertThat(start.address()).hasPath("/overview");
        assertThat(ada.get("/admin/accounts").status()).isEqualTo(200);
    }

    @Test
    void nobodyElseIsLetIn() {
        PageClient stranger = browser("198.51.100.2");

        assertThat(stranger.get("/set-up").status()).isEqualTo(404);
        assertThat(stranger.get("/sign-up").status()).isEqualTo(404);
        assertThat(stranger.get("/overview").address()).hasPath("/login");
    }

    @Test
    void lastAdministratorStaysOne() {
        Page page = ada.submit(ada.get("/admin/accounts"), "accountsForm", "accountsTable:0:demote");

        assertThat(page.text()).contains("The last administrator must stay one");
        assertThat(ada.get("/admin/accounts").status()).isEqualTo(200);
    }

    @Test
    void cookiesAreSecure() {
        PageClient pages = browser("198.51.100.3");
        Page login = pages.get("/login");
        Page start = pages.submit(login, "loginForm", "signIn", "email", EMAIL, "password", PASSWORD, "remember", "on");

        assertThat(login.setCookie("JSESSIONID")).contains("Secure", "HttpOnly").containsIgnoringCase("SameSite=Lax");
        assertThat(start.setCookie("JSESSIONID")).contains("Secure", "HttpOnly").containsIgnoringCase("SameSite=Lax");
        assertThat(start.setCookie("opensync-remember")).contains("Secure", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void browsersAreToldToStayWithHttps() {
        assertThat(ada.get("/sessions").header("Strict-Transport-Security")).startsWith("max-age=");
        assertThat(new PageClient(server.baseUrl()).get("/login").header("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void linksCarryTheAddressOfTheProxy() {
        Page made = ada.submit(
                ada.get("/admin/accounts"), "inviteForm", "invite", "email", "bob@example.org", "role", "MEMBER");

        assertThat(made.document().html()).contains("https://opensync.example.org/invitation?token=");
    }

    @Test
    void citationsLinkToTheAddressOfTheProxy() {
        ApiClient client = client(Person.storeKey(server.database(), EMAIL, "SYNC,READ", 0));
        client.post("/sync/session", "{\"externalId\": \"cited\", \"title\": \"Kingfisher\"}");

        await().untilAsserted(() -> assertThat(client.send(
                                "GET",
                                "/api/context?q=kingfisher&type=fulltext",
                                BodyPublishers.noBody(),
                                Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "opensync.example.org"))
                        .json()
                        .at("/citations/0/link")
                        .asText())
                .startsWith("https://opensync.example.org/session?id="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:abc", "a:", ":", "a:99999999999", "[::1", "a b"})
    void hostThatIsNoneDoesNoHarm(String host) {
        PageClient pages = browser("198.51.100.5", host);

        assertThat(pages.get("/login").status()).isEqualTo(200);
        assertThat(pages.get("/settings").address()).hasPath("/login");
    }

    @Test
    void hostHeaderWithAPortThatIsNoneIsNoFailureOfOurs() throws IOException {
        try (Socket socket =
                new Socket(server.baseUrl().getHost(), server.baseUrl().getPort())) {
            socket.getOutputStream()
                    .write("GET /login HTTP/1.1\r\nHost: a:abc\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).matches(Pattern.compile("HTTP/1.1 (200|400) .*", Pattern.DOTALL));
        }
    }

    @Test
    void guessersAreToldApartBehindTheProxy() {
        Sql.change(
                server.database(),
                "INSERT INTO sign_in_failure (subject_hash, failures, last_ms, blocked_until_ms)"
                        + " VALUES (UNHEX(SHA2(?, 256)), 40, ?, ?)",
                "address:" + GUESSER,
                System.currentTimeMillis(),
                System.currentTimeMillis() + 600_000);

        assertThat(signIn(browser(GUESSER)).address()).hasPath("/login");
        // What the client itself wrote in front of the proxy's entry counts for nothing.
        assertThat(signIn(browser("198.51.100.4, " + GUESSER)).address()).hasPath("/login");
        assertThat(signIn(browser(GUESSER + ", 198.51.100.4")).address()).hasPath("/overview");
    }

    @Test
    void whileKeysCannotBeReadOnlyThoseKnownAsGoodAreTaken() {
        ApiClient revoked = client(newKey());
        assertThat(sync(revoked).status()).isEqualTo(200);
        ada.submit(ada.get("/settings"), "keysForm", "rows:0:revoke");
        ApiClient good = client(newKey());
        assertThat(sync(good).status()).isEqualTo(200);
        Sql.run(server.database(), "RENAME TABLE api_key TO api_key_away");
        try {
            ApiResponse unknown = sync(client("osk_neverSeenBeforeByAnybody"));
            assertThat(unknown.status()).isEqualTo(503);
            assertThat(unknown.header("Retry-After")).isNotEmpty();
            assertThat(unknown.header("Content-Type")).startsWith("application/json");
            assertThat(unknown.json().get("error").asText()).contains("try again later");

            assertThat(sync(revoked).status()).isEqualTo(401);

            await().pollDelay(LONGER_THAN_KEYS_ARE_CACHED)
                    .untilAsserted(() -> assertThat(sync(good).status()).isEqualTo(200));
        } finally {
            Sql.run(server.database(), "RENAME TABLE api_key_away TO api_key");
        }
        assertThat(sync(client("osk_neverSeenBeforeByAnybody")).status()).isEqualTo(401);
    }

    private String newKey() {
        return Person.storeKey(server.database(), EMAIL, "SYNC", 0);
    }

    private ApiClient client(String key) {
        return server.client().withToken(key);
    }

    private static ApiResponse sync(ApiClient client) {
        return client.post("/sync/session", "{\"externalId\": \"" + Synced.newId() + "\"}");
    }

    private static Page signIn(PageClient pages) {
        return pages.submit(pages.get("/login"), "loginForm", "signIn", "email", EMAIL, "password", PASSWORD);
    }

    private PageClient browser(String addresses) {
        return browser(addresses, "opensync.example.org");
    }

    private PageClient browser(String addresses, String host) {
        return new PageClient(
                server.baseUrl(),
                Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", host, "X-Forwarded-For", addresses));
    }
}
