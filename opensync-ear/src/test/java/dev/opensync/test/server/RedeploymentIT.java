package dev.opensync.test.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.Build;
import org.awaitility.Durations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deploying again, without a restart of the Payara Server. */
class RedeploymentIT {

    private static final String SESSION = """
            {"sessions": [{"externalId": "pool", "title": "Trouble"}],
             "messages": [{"sessionExternalId": "pool", "externalId": "m", "role": "user",
                           "textContent": "The pool was exhausted because transactions were never closed."}]}
            """;

    @RegisterExtension
    static final PayaraServerExtension SERVER = new PayaraServerExtension();

    private final ApiClient api = SERVER.client();

    @Test
    void sessionsAreFoundByMeaningAfterEveryDeployment() {
        SERVER.deploy(Build.ear());
        ApiResponse stored = api.post("/sync/batch", SESSION);
        assertThat(stored.status()).isEqualTo(200);
        assertFoundByMeaning();

        for (int again = 0; again < 3; again++) {
            SERVER.deploy(Build.ear());
            assertFoundByMeaning();
        }
    }

    private void assertFoundByMeaning() {
        await().atMost(Durations.ONE_MINUTE).untilAsserted(() -> {
            ApiResponse answer = api.get("/api/search?type=semantic&q=database+runs+out+of+connections");
            assertThat(answer.header("X-Search-Type")).isEqualTo("semantic");
            assertThat(answer.body()).contains("\"pool\"");
        });
    }
}
