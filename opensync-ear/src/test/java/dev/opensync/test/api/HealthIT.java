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
class HealthIT {

    private final TestServer server;

    HealthIT(TestServer server) {
        this.server = server;
    }

    @Test
    void answersWithoutCredentials() {
        ApiResponse response = server.anonymous().get("/health");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Type")).startsWith("application/json");
        assertThatJson(response.body()).node("status").isEqualTo("ok");
        assertThatJson(response.body()).node("timestamp").isIntegralNumber();
    }
}
