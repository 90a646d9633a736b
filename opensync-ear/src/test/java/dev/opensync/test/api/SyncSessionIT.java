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
class SyncSessionIT {

    private final SyncEndpoint sync;

    SyncSessionIT(TestServer server) {
        sync = new SyncEndpoint(server.admin());
    }

    @Nested
    class FirstSync {

        @Test
        void answersOkWithAnOpaqueId() {
            ApiResponse response = sync.trySession("""
                    {"externalId": "ID"}""");

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.header("Content-Type")).startsWith("application/json");
            assertThatJson(response.body()).when(Option.IGNORING_EXTRA_FIELDS).isEqualTo("""
                    {"ok": true, "sessionId": "${json-unit.any-string}"}""");
        }

        @Test
        void everyFieldIsReadBack() {
            sync.session("""
                    {"externalId": "ID", "title": "Rename the parser", "projectPath": "/home/a/parser",
                     "projectName": "parser", "model": "claude-sonnet-4", "provider": "anthropic",
                     "source": "claude-code", "promptTokens": 1200, "completionTokens": 340, "cost": 0.0245,
                     "durationMs": 65000, "createdAt": 1706234567890}""");

            assertFields(sync.read().session(), """
                            {"id": "${json-unit.any-string}", "externalId": "ID", "title": "Rename the parser",
                             "projectPath": "/home/a/parser", "projectName": "parser", "model": "claude-sonnet-4",
                             "provider": "anthropic", "source": "claude-code", "promptTokens": 1200,
                             "completionTokens": 340, "totalTokens": 1540, "cost": 0.0245, "durationMs": 65000,
                             "isPublic": false, "evalReady": false, "messageCount": 0, "createdAt": 1706234567890,
                             "updatedAt": "${json-unit.any-number}"}""".replace("ID", sync.sessionId()));
        }

        @Test
        void whatWasNotSentIsAbsent() {
            sync.session("""
                    {"externalId": "ID", "title": null, "model": null}""");

            assertThat(sync.read().session().fieldNames())
                    .toIterable()
                    .doesNotContain("title", "projectPath", "projectName", "model", "durationMs");
        }

        @Test
        void sourceDefaultsToOpencode() {
            sync.session("""
                    {"externalId": "ID", "source": ""}""");

            assertThat(field("source")).isEqualTo("opencode");
        }

        @Test
        void unknownSourceIsKept() {
            sync.session("""
                    {"externalId": "ID", "source": "pi:macbook:interactive"}""");

            assertThat(field("source")).isEqualTo("pi:macbook:interactive");
        }

        @Test
        void cursorBecomesCursorSync() {
            sync.session("""
                    {"externalId": "ID", "source": "cursor"}""");

            assertThat(field("source")).isEqualTo("cursor-sync");
        }

        @Test
        void totalsOfTheClientAreNotBelieved() {
            sync.session("""
                    {"externalId": "ID", "promptTokens": 10, "completionTokens": 5, "totalTokens": 9999}""");

            assertThat(number("totalTokens")).isEqualTo(15);
        }

        @Test
        void idsDifferByCase() {
            String lower = sync.session("""
                    {"externalId": "ID-a"}""").json().get("sessionId").asText();
            String upper = sync.session("""
                    {"externalId": "ID-A"}""").json().get("sessionId").asText();

            assertThat(lower).isNotEqualTo(upper);
        }

        @Test
        void idsOf200CharactersAreKept() {
            String longId = sync.sessionId() + "-tool-toolu_" + "x".repeat(150);

            sync.session("{\"externalId\": \"" + longId + "\"}");

            assertThat(Synced.read(sync.api(), longId)
                            .session()
                            .get("externalId")
                            .asText())
                    .isEqualTo(longId);
        }

        @Test
        void titlesMayHaveThousandsOfCharacters() {
            String title = "a long prompt ".repeat(250).strip();

            sync.session("{\"externalId\": \"ID\", \"title\": \"" + title + "\"}");

            assertThat(field("title")).isEqualTo(title);
        }

        @Test
        void windowsPathGivesItsLastPieceAsProjectName() {
            sync.session("""
                    {"externalId": "ID", "projectPath": "C:\\\\work\\\\parser", "projectName": "C:\\\\work\\\\parser"}""");

            assertThat(field("projectPath")).isEqualTo("C:\\work\\parser");
            assertThat(field("projectName")).isEqualTo("parser");
        }

        @Test
        void projectNameIsTakenFromThePathIfAbsent() {
            sync.session("""
                    {"externalId": "ID", "projectPath": "/home/a/parser"}""");

            assertThat(field("projectName")).isEqualTo("parser");
        }
    }

    @Nested
    class OtherNames {

        @Test
        void sessionIdStandsForExternalId() {
            sync.session("""
                    {"sessionId": "ID", "title": "Aliased"}""");

            assertThat(field("title")).isEqualTo("Aliased");
        }

        @Test
        void externalIdWinsOverSessionId() {
            sync.session("""
                    {"sessionId": "other-ID", "externalId": "ID", "title": "Canonical"}""");

            assertThat(field("title")).isEqualTo("Canonical");
        }

        @Test
        void emptyExternalIdGivesWayToSessionId() {
            sync.session("""
                    {"externalId": "", "sessionId": "ID", "title": "Second"}""");

            assertThat(field("title")).isEqualTo("Second");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{}", "{\"externalId\": \"\"}", "{\"externalId\": null, \"sessionId\": null}"})
        void withoutAnyIdItIs400(String body) {
            ApiResponse response = sync.trySession(body);

            assertThat(response.status()).isEqualTo(400);
            assertThatJson(response.body()).node("error").isEqualTo("Missing externalId or sessionId");
        }

        @Test
        void oldNamesOfTokensCostPathAndTimesAreRead() {
            sync.session("""
                    {"externalId": "ID", "inputTokens": 100, "outputTokens": 20, "costEstimate": 0.5, "cwd": "/p/q",
                     "startedAt": 1706234567000, "endedAt": 1706234569000}""");

            assertFields(sync.read().session(), """
                    {"promptTokens": 100, "completionTokens": 20, "cost": 0.5, "projectPath": "/p/q",
                     "createdAt": 1706234567000, "durationMs": 2000}""");
        }

        @Test
        void tokenUsageIsRead() {
            sync.session("""
                    {"externalId": "ID", "tokenUsage": {"input": 7, "output": 3}}""");

            assertThat(number("totalTokens")).isEqualTo(10);
        }

        @Test
        void anOldNameNeverWinsOverTheCurrentOne() {
            sync.session("""
                    {"externalId": "ID", "promptTokens": 1, "inputTokens": 100, "completionTokens": 2,
                     "outputTokens": 200, "projectPath": "/real", "cwd": "/other", "cost": 0.1, "costEstimate": 9}""");

            assertFields(sync.read().session(), """
                    {"promptTokens": 1, "completionTokens": 2, "projectPath": "/real", "cost": 0.1}""");
        }
    }

    @Nested
    class OddValues {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1706234567890|1706234567890",
                    "\"1706234567890\"|1706234567890",
                    "1706234567|1706234567000",
                    "\"2024-01-26T02:02:47.890Z\"|1706234567890",
                    "\"2024-01-26T03:02:47.890+01:00\"|1706234567890",
                    "1706234567890.0|1706234567890"
                })
        void everyKindOfDateIsUnderstood(String sent, long millis) {
            sync.session("{\"externalId\": \"ID\", \"createdAt\": " + sent + "}");

            assertThat(number("createdAt")).isEqualTo(millis);
        }

        @Test
        void numbersMayBeTextAndFractionsAreRounded() {
            sync.session("""
                    {"externalId": "ID", "promptTokens": "12", "completionTokens": 3.6, "cost": "0.25",
                     "durationMs": 99.5}""");

            assertFields(sync.read().session(), """
                    {"promptTokens": 12, "completionTokens": 4, "cost": 0.25, "durationMs": 100}""");
        }

        @Test
        void unknownKeysAreTolerated() {
            sync.session("""
                    {"externalId": "ID", "gitBranch": "main", "nested": {"a": [1, 2]}, "title": "Kept"}""");

            assertThat(field("title")).isEqualTo("Kept");
        }
    }

    private String field(String name) {
        return sync.read().session().path(name).asText();
    }

    private long number(String name) {
        return sync.read().session().path(name).asLong();
    }
}
