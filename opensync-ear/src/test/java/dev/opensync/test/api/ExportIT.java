package dev.opensync.test.api;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One session in each of the formats; each test has a person of its own. */
@SystemTest
@Tag("database")
class ExportIT {

    private final ApiClient api;

    ExportIT(TestServer server) {
        api = OtherAccount.client(server, "SYNC,READ");
    }

    @Test
    void exportAsJsonHasRolesAndTexts() {
        sync(ReadingIT.NIGHT);

        assertThatJson(api.get("/api/export?id=night").body()).isEqualTo("""
                {"session": {"id": "${json-unit.any-string}", "title": "Fix the Login", "model": "claude-sonnet-4"},
                 "messages": [{"role": "user", "content": "It \\"fails\\" 😀"},
                              {"role": "assistant", "content": "one\\ntwo"}]}""");
    }

    @Test
    void exportAsMarkdownIsADownload() {
        sync(ReadingIT.NIGHT);

        ApiResponse response = api.get("/api/export?id=night&format=markdown");

        assertThat(response.header("Content-Type")).startsWith("text/markdown");
        assertThat(response.header("Content-Disposition")).isEqualTo("attachment; filename=\"Fix-the-Login.md\"");
        assertThat(response.body()).isEqualTo("""
                # Fix the Login

                - **Project:** /home/a/shop
                - **Model:** claude-sonnet-4
                - **Tokens:** 1540
                - **Cost:** $0.0245

                ---

                ## User

                It "fails" 😀

                ## Assistant

                one
                two

                """);
    }

    @Test
    void exportAsMarkdownOfAlmostNothingHasPlaceholders() {
        sync("{\"sessions\": [{\"externalId\": \"bare\"}]}");

        ApiResponse response = api.get("/api/export?id=bare&format=markdown");

        assertThat(response.header("Content-Disposition")).isEqualTo("attachment; filename=\"session.md\"");
        assertThat(response.body()).isEqualTo("""
                # Untitled

                - **Project:** N/A
                - **Model:** N/A
                - **Tokens:** 0
                - **Cost:** $0.0000

                ---

                """);
    }

    @Test
    void everyRoleButTheUserIsTheAssistantInMarkdown() {
        sync("""
                {"messages": [{"sessionExternalId": "roles", "externalId": "1", "role": "user", "textContent": "one"},
                              {"sessionExternalId": "roles", "externalId": "2", "role": "tool", "textContent": "two"},
                              {"sessionExternalId": "roles", "externalId": "3", "role": "system", "textContent": "three"}]}
                """);

        assertThat(api.get("/api/export?id=roles&format=markdown").body())
                .endsWith("## User\n\none\n\n## Assistant\n\ntwo\n\n## Assistant\n\nthree\n\n");
        assertThat(api.get("/api/export?id=roles&format=jsonl")
                        .json()
                        .get("filename")
                        .asText())
                .isEqualTo("session.jsonl");
    }

    @Test
    void exportInAnUnknownFormatIsJson() {
        sync(ReadingIT.NIGHT);

        assertThat(api.get("/api/export?id=night&format=pdf").body())
                .isEqualTo(api.get("/api/export?id=night&format=json").body());
    }

    @Test
    void exportAsLinesIsTextInsideJson() {
        sync(ReadingIT.NIGHT);

        ApiResponse response = api.get("/api/export?id=night&format=jsonl");

        assertThat(response.json().get("filename").asText()).isEqualTo("Fix-the-Login.jsonl");
        assertThat(response.json().get("content").asText().split("\n", -1))
                .containsExactly(
                        "{\"role\":\"user\",\"content\":\"It \\\"fails\\\" 😀\"}",
                        "{\"role\":\"assistant\",\"content\":\"one\\ntwo\"}");
    }

    private void sync(String batch) {
        assertThat(api.post("/sync/batch", batch).status()).isEqualTo(200);
    }
}
