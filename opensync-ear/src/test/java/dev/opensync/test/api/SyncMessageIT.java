package dev.opensync.test.api;

import static dev.opensync.test.api.JsonFields.assertFields;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import net.javacrumbs.jsonunit.core.Option;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
@Tag("database")
class SyncMessageIT {

    private final SyncEndpoint sync;

    SyncMessageIT(TestServer server) {
        sync = new SyncEndpoint(server.admin());
    }

    @Nested
    class NewMessage {

        @Test
        void answersOkWithAnOpaqueId() {
            ApiResponse response = sync.tryMessage("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "Hello"}""");

            assertThat(response.status()).isEqualTo(200);
            assertThatJson(response.body()).when(Option.IGNORING_EXTRA_FIELDS).isEqualTo("""
                    {"ok": true, "messageId": "${json-unit.any-string}"}""");
        }

        @Test
        void everyFieldIsReadBack() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "assistant", "textContent": "Done.",
                     "model": "gpt-5", "promptTokens": 10, "completionTokens": 20, "durationMs": 30,
                     "createdAt": 1706234567890}""");

            assertFields(sync.read().onlyMessage(), """
                    {"externalId": "m1", "role": "assistant", "textContent": "Done.", "model": "gpt-5",
                     "promptTokens": 10, "completionTokens": 20, "durationMs": 30, "createdAt": 1706234567890,
                     "parts": []}""");
        }

        @Test
        void whatElseIsSentIsMetadata() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "host": "laptop", "nested": {"a": [1]}}""");

            assertFields(sync.read().onlyMessage(), """
                    {"metadata": {"host": "laptop", "nested": {"a": [1]}}}""");
        }

        @ParameterizedTest
        @CsvSource({
            "user,user",
            "assistant,assistant",
            "system,system",
            "tool,tool",
            "unknown,unknown",
            "human,user",
            "ai,assistant",
            "model,assistant",
            "developer,system",
            "function,tool",
            "toolResult,tool",
            "narrator,unknown"
        })
        void rolesAreMappedAndNeverRefused(String sent, String shown) {
            sync.message("{\"sessionExternalId\": \"ID\", \"externalId\": \"m\", \"role\": \"" + sent + "\"}");

            assertFields(sync.read().onlyMessage(), "{\"role\": \"" + shown + "\"}");
        }

        @Test
        void withoutARoleItIsUnknown() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "textContent": "Hello"}""");

            assertFields(sync.read().onlyMessage(), """
                    {"role": "unknown"}""");
        }

        @Test
        void withoutASessionItIs400() {
            ApiResponse response = sync.tryMessage("""
                    {"externalId": "m1", "role": "user", "textContent": "Hello"}""");

            assertThat(response.status()).isEqualTo(400);
            assertThatJson(response.body()).node("error").isString().isNotEmpty();
        }

        @Test
        void withoutAnIdItGetsAStableOne() {
            String body = """
                    {"sessionExternalId": "ID", "role": "user", "textContent": "Hello", "createdAt": 1706234567890}""";

            sync.message(body);
            sync.message(body);

            assertThat(sync.read().messages()).hasSize(1);
        }

        @Test
        void textIsKeptCharacterByCharacter() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user",
                     "textContent": "  \\ud83d\\ude00\\ud834\\udd1e \\u00e9 \\u0000 \\t\\r\\n end  "}""");

            assertThat(sync.read().onlyMessage().get("textContent").asText())
                    .isEqualTo("  \ud83d\ude00\ud834\udd1e \u00e9 \u0000 \t\r\n end  ");
        }

        @Test
        void halfACharacterIsTaken() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "a\\ud83d z"}""");

            assertThat(sync.read().onlyMessage().get("textContent").asText())
                    .startsWith("a")
                    .endsWith(" z");
        }

        @Test
        void megabytesAreKept() {
            String text = "0123456789abcdef".repeat(256 * 1024);

            sync.message("{\"sessionExternalId\": \"ID\", \"externalId\": \"m1\", \"role\": \"tool\", \"parts\": ["
                    + "{\"type\": \"tool-result\", \"content\": \"" + text + "\"}]}");

            assertThat(sync.read().onlyMessage().at("/parts/0/content").asText().equals(text))
                    .isTrue();
        }
    }

    @Nested
    class OtherNames {

        @ParameterizedTest
        @ValueSource(strings = {"messageId", "id", "externalId"})
        void ofTheMessagesId(String name) {
            sync.message("{\"sessionExternalId\": \"ID\", \"" + name + "\": \"m1\", \"role\": \"user\"}");

            assertFields(sync.read().onlyMessage(), """
                    {"externalId": "m1"}""");
        }

        @Test
        void ofTheSessionsId() {
            sync.message("""
                    {"sessionId": "ID", "messageId": "m1", "role": "user", "content": "Hello"}""");

            assertFields(sync.read().onlyMessage(), """
                    {"externalId": "m1", "textContent": "Hello"}""");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"content\": \"a\\nb\"",
                    "\"text\": \"a\\nb\"",
                    "\"textContent\": \"a\\nb\", \"content\": \"other\"",
                    "\"content\": [{\"type\": \"text\", \"text\": \"a\"}, {\"type\": \"text\", \"text\": \"b\"}]"
                })
        void ofTheText(String text) {
            sync.message("{\"sessionExternalId\": \"ID\", \"externalId\": \"m\", \"role\": \"user\", " + text + "}");

            assertThat(sync.read().onlyMessage().get("textContent").asText()).matches("a\\s+b");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"timestamp\": 1706234567890",
                    "\"created\": 1706234567890",
                    "\"timestamp\": \"2024-01-26T02:02:47.890Z\"",
                    "\"createdAt\": 1706234567890, \"timestamp\": 1"
                })
        void ofTheTime(String time) {
            sync.message("{\"sessionExternalId\": \"ID\", \"externalId\": \"m\", \"role\": \"user\", " + time + "}");

            assertFields(sync.read().onlyMessage(), """
                    {"createdAt": 1706234567890}""");
        }
    }
}
