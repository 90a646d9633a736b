package dev.opensync.test.api;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@SystemTest
@Tag("database")
class SyncSessionListIT {

    private final TestServer server;
    private final SyncEndpoint sync;

    SyncSessionListIT(TestServer server) {
        this.server = server;
        sync = new SyncEndpoint(server.admin());
    }

    @Test
    void namesEveryExternalId() {
        sync.session("""
                {"externalId": "ID-a"}""");
        sync.message("""
                {"sessionExternalId": "ID-b", "externalId": "m1", "role": "user"}""");

        ApiResponse response = sync.api().get("/sync/sessions/list");

        assertThat(response.status()).isEqualTo(200);
        assertThatJson(response.body())
                .node("sessionIds")
                .isArray()
                .contains(sync.sessionId() + "-a", sync.sessionId() + "-b");
    }

    @Test
    void withoutAnApiKeyItIs401() {
        ApiResponse response = server.anonymous().get("/sync/sessions/list");

        assertThat(response.status()).isEqualTo(401);
        assertThatJson(response.body()).node("error").isEqualTo("Invalid API key format");
    }
}
