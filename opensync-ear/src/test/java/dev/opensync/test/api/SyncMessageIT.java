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

    @Nested
    class SentAgain {

        @Test
        void givesTheSameIdAndIsCountedOnce() {
            String body = """
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "Hello"}""";

            String first = sync.message(body).json().get("messageId").asText();
            String second = sync.message(body).json().get("messageId").asText();

            assertThat(second).isEqualTo(first);
            assertFields(sync.read().session(), """
                    {"messageCount": 1}""");
        }

        @Test
        void movesItsSessionUpOnlyIfItChanged() {
            String body = """
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "Hello",
                     "parts": [{"type": "text", "content": "Hello"}], "host": "laptop"}""";
            sync.message(body);
            long first = updatedAt();

            sync.message(body);
            assertThat(updatedAt()).isEqualTo(first);

            sync.message(body.replace("laptop", "desktop"));
            assertThat(updatedAt()).isGreaterThan(first);
        }

        private long updatedAt() {
            return sync.read().session().get("updatedAt").asLong();
        }

        @Test
        void newValuesReplaceOldOnesAndAbsentOnesAreKept() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "Hel",
                     "model": "m", "promptTokens": 4, "createdAt": 1706234567890}""");

            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "Hello"}""");

            assertFields(sync.read().onlyMessage(), """
                    {"textContent": "Hello", "model": "m", "promptTokens": 4, "createdAt": 1706234567890}""");
        }

        @Test
        void roleAndDateNeverChange() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "createdAt": 1706234567890}""");

            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "assistant", "textContent": "new",
                     "createdAt": 1706000000000}""");

            assertFields(sync.read().onlyMessage(), """
                    {"role": "user", "createdAt": 1706234567890, "textContent": "new"}""");
        }

        @Test
        void partsAreKeptWhenNoneAreSent() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user",
                     "parts": [{"type": "text", "content": "one"}]}""");

            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "x"}""");

            assertThat(sync.read().onlyMessage().get("parts")).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "[{\"type\": \"text\", \"content\": \"two\"}]"})
        void partsAreReplacedWhenSent(String parts) {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "m1", "role": "user",
                     "parts": [{"type": "text", "content": "one"}, {"type": "text", "content": "more"}]}""");

            sync.message("{\"sessionExternalId\": \"ID\", \"externalId\": \"m1\", \"role\": \"user\", \"parts\": "
                    + parts + "}");

            assertThatJson(sync.read().onlyMessage().get("parts").toString()).isEqualTo(parts);
        }

        @Test
        void idsDifferByCase() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "toolu_a", "role": "user", "textContent": "one"}""");
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "toolu_A", "role": "user", "textContent": "two"}""");

            assertThat(sync.read().order()).containsExactly("toolu_a", "toolu_A");
        }

        @Test
        void inAnotherSessionItIsAnotherMessage() {
            sync.message("""
                    {"sessionExternalId": "ID", "externalId": "toolu_1", "role": "user", "textContent": "one"}""");
            sync.message("""
                    {"sessionExternalId": "ID-fork", "externalId": "toolu_1", "role": "user", "textContent": "two"}""");

            assertFields(sync.read().onlyMessage(), """
                    {"textContent": "one"}""");
            assertFields(Synced.read(sync.api(), sync.sessionId() + "-fork").onlyMessage(), """
                    {"textContent": "two"}""");
        }
    }
}
