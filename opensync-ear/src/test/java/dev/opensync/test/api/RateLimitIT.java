package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServers;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A server with limits so small that tokens come back only every some seconds; each test has keys and an address of its own. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateLimitIT {

    private static final String KEYLESS = "osk_chosenForClientsThatSendNone0000000000";
    private static final int READS = 12;
    private static final int SEARCHES = 5;
    private static final int ADDRESS_READS = 18;
    private static final int FAILURES = 5;
    private static final int MORE_THAN_ANY_LIMIT = 30;

    private final OpenSyncServer server;

    RateLimitIT(TestServers servers) {
        server = servers.fresh(
                "rate_limits",
                Map.of(
                        "OPENSYNC_INIT_EMAIL",
                        "admin@example.org",
                        "OPENSYNC_INIT_PASSWORD",
                        "correct horse battery staple",
                        "OPENSYNC_INIT_API_KEY",
                        KEYLESS,
                        "OPENSYNC_SYNC_KEYLESS_API_KEY",
                        KEYLESS,
                        "OPENSYNC_HTTP_BEHIND_PROXY",
                        "true",
                        "OPENSYNC_LIMITS_READS_PER_MINUTE",
                        Integer.toString(READS),
                        "OPENSYNC_LIMITS_SEARCHES_PER_MINUTE",
                        Integer.toString(SEARCHES),
                        "OPENSYNC_LIMITS_ADDRESS_READS_PER_MINUTE",
                        Integer.toString(ADDRESS_READS),
                        "OPENSYNC_LIMITS_FAILURES_PER_MINUTE",
                        Integer.toString(FAILURES)));
    }

    @Test
    void readsBeyondTheLimitAre429() {
        Client client = client("198.51.100.1");

        List<Integer> statuses = client.statuses("/api/me", MORE_THAN_ANY_LIMIT);
        ApiResponse refused = client.until429("/api/stats");

        assertThat(statuses.subList(0, READS)).containsOnly(200);
        assertThat(statuses).contains(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.header("Content-Type")).startsWith("application/json");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(refused.json().get("status").asInt()).isEqualTo(429);
        assertThat(refused.json().get("error").asText()).startsWith("Too many requests, try again in ");
    }

    @Test
    void searchesAreCountedApart() {
        awaitSearch();
        Client client = client("198.51.100.2");

        assertThat(client.statuses("/api/search?q=x", SEARCHES)).containsOnly(200);
        client.until429("/api/search?q=x");

        assertThat(client.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void keysAreCountedApart() {
        client("198.51.100.3").until429("/api/me");

        assertThat(client("198.51.100.4").get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void keysOfOneAddressShareItsLimit() {
        Client one = client("198.51.100.5");
        Client other = client("198.51.100.5");

        assertThat(one.statuses("/api/me", READS)).containsOnly(200);
        List<Integer> statuses = other.statuses("/api/me", READS - 2);

        assertThat(statuses.subList(0, ADDRESS_READS - READS)).containsOnly(200);
        assertThat(statuses).contains(429);
        assertThat(other.at("198.51.100.6").get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void sendingIsNotLimited() {
        Client client = client("198.51.100.7");
        client.until429("/api/me");

        assertThat(IntStream.range(0, MORE_THAN_ANY_LIMIT).mapToObj(i -> client.sync()))
                .containsOnly(200);
    }

    @Test
    void healthIsNotLimited() {
        Client nobody = new Client(server.client(), "198.51.100.8");

        assertThat(nobody.statuses("/health", MORE_THAN_ANY_LIMIT)).containsOnly(200);
    }

    @Test
    void badCredentialsOfAnAddressAreLimitedAndGoodOnesServed() {
        Client guesser = new Client(server.client().withToken("osk_guessed"), "198.51.100.9");

        List<Integer> statuses = guesser.statuses("/api/me", MORE_THAN_ANY_LIMIT);
        guesser.until429("/api/me");

        assertThat(statuses.subList(0, FAILURES)).containsOnly(401);
        assertThat(statuses).containsOnly(401, 429);
        assertThat(client("198.51.100.9").get("/api/me").status()).isEqualTo(200);
        assertThat(guesser.at("198.51.100.10").get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void badKeysInTheBodyOfAFunctionCountToo() {
        Client guesser = new Client(server.client(), "198.51.100.11");
        String call = "{\"path\": \"sync:recordEvent\", \"args\": {\"apiKey\": \"osk_guessed\"}}";

        assertThat(IntStream.range(0, MORE_THAN_ANY_LIMIT).mapToObj(i -> guesser.post("/api/mutation", call)))
                .contains(401, 429);
    }

    @Test
    void eventsWithoutAKeyBelongToTheKeyTheOperatorChoseForThem() {
        String id = Synced.newId();
        String call = "{\"path\": \"sync:recordEvent\", \"args\": {WITH \"eventType\": \"session_start\","
                + " \"payload\": {\"sessionId\": \"" + id + "\"}}}";
        Client nobody = new Client(server.client(), "198.51.100.12");

        assertThat(nobody.post("/api/mutation", call.replace("WITH", "\"apiKey\": \"osk_unknownToEverybody\",")))
                .isEqualTo(401);
        assertThat(nobody.post("/api/mutation", call.replace("WITH", ""))).isEqualTo(200);

        Client operator = new Client(server.client().withToken(KEYLESS), "198.51.100.13");
        assertThat(operator.get("/api/sessions/get?id=" + id).status()).isEqualTo(200);
    }

    /** Every look with a key and an address of its own, or the limits would end it. */
    private void awaitSearch() {
        AtomicInteger looks = new AtomicInteger();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> client("203.0.113." + looks.incrementAndGet())
                                .get("/api/search?q=x")
                                .status()
                        == 200);
    }

    private Client client(String address) {
        return new Client(OtherAccount.client(server, "SYNC,READ"), address);
    }

    /** As the proxy passes it on. */
    private record Client(ApiClient api, String address) {

        Client at(String other) {
            return new Client(api, other);
        }

        ApiResponse get(String path) {
            return api.send("GET", path, BodyPublishers.noBody(), Map.of("X-Forwarded-For", address));
        }

        int post(String path, String body) {
            return api.send("POST", path, BodyPublishers.ofString(body), Map.of("X-Forwarded-For", address))
                    .status();
        }

        int sync() {
            return post("/sync/session", "{\"externalId\": \"" + Synced.newId() + "\"}");
        }

        List<Integer> statuses(String path, int calls) {
            return IntStream.range(0, calls).mapToObj(i -> get(path).status()).toList();
        }

        ApiResponse until429(String path) {
            return Stream.generate(() -> get(path))
                    .limit(MORE_THAN_ANY_LIMIT)
                    .filter(answer -> answer.status() == 429)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Never refused: " + path));
        }
    }
}
