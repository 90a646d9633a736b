package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;

/** Four sessions of three days in January 2026, two of them of a Saturday before a Sunday. */
final class UsageSample {

    private static final String SESSIONS = """
            {"sessions": [
              {"externalId": "a", "model": "claude-sonnet-4", "projectName": "shop", "source": "claude-code",
               "promptTokens": 1200, "completionTokens": 300, "cost": 0.5, "durationMs": 60000,
               "createdAt": "2026-01-17T08:00:00Z"},
              {"externalId": "b", "model": "claude-sonnet-4", "projectName": "blog", "source": "claude-code",
               "promptTokens": 300, "completionTokens": 200, "cost": 0.25, "durationMs": 30000,
               "createdAt": "2026-01-17T23:59:59Z"},
              {"externalId": "c", "model": "openai/gpt-5", "projectPath": "/home/a/shop", "projectName": "shop",
               "source": "cursor", "promptTokens": 100, "completionTokens": 100, "cost": 1, "durationMs": 10000,
               "createdAt": "2026-01-18T00:00:00Z"},
              {"externalId": "d", "source": "pi", "promptTokens": 50, "createdAt": "2026-02-02T12:00:00Z"}],
             "messages": [{"sessionExternalId": "a", "externalId": "m", "role": "user", "textContent": "hello"}]}
            """;

    private UsageSample() {}

    static void sync(ApiClient api) {
        JsonNode stored = api.post("/sync/batch", SESSIONS).json();
        assertThat(stored.get("sessions").asInt()).isEqualTo(4);
    }
}
