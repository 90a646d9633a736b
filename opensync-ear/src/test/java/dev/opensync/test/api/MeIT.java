package dev.opensync.test.api;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.Test;

@SystemTest
class MeIT {

    private final ApiClient api;

    MeIT(TestServer server) {
        api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void keyTellsWhoseItIsAndWhatCameLast() {
        api.post("/sync/session", "{\"externalId\": \"a\", \"source\": \"claude-code\"}");

        assertThatJson(api.get("/api/me").body()).isEqualTo("""
                {"id": "${json-unit.any-string}", "name": "${json-unit.any-string}", "role": "member",
                 "scopes": ["read", "sync"], "apiKey": {"name": "test", "prefix": "osk_test", "createdAt": 1},
                 "lastSyncAt": "${json-unit.any-number}", "lastSyncSource": "claude-code",
                 "serverVersion": "${json-unit.regex}[0-9]+[.][0-9].*"}
                """);
    }

    @Test
    void whatTheOwnerChangesIsNoSync() {
        api.post("/sync/session", "{\"externalId\": \"renamed\", \"source\": \"pi\"}");
        api.post("/sync/session", "{\"externalId\": \"last\", \"source\": \"codex-cli\"}");
        JsonNode before = api.get("/api/me").json();

        SessionEditIT.send(api, "PATCH", "/api/sessions/renamed", "{\"title\": \"Mine\"}");

        assertThat(Synced.read(api, "renamed").session().get("title").asText()).isEqualTo("Mine");
        assertThat(api.get("/api/me").json()).isEqualTo(before);
        assertThat(before.get("lastSyncSource").asText()).isEqualTo("codex-cli");
    }
}
