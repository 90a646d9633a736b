package dev.opensync.test.api;

import static dev.opensync.test.api.JsonFields.assertFields;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.util.List;
import java.util.stream.IntStream;
import net.javacrumbs.jsonunit.core.Option;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
@Tag("database")
class SyncBatchIT {

    private final SyncEndpoint sync;

    SyncBatchIT(TestServer server) {
        sync = new SyncEndpoint(server.admin());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"sessions\": []}",
                "{\"messages\": []}",
                "{\"sessions\": [], \"messages\": []}",
                "{\"sessions\": null, \"messages\": null}"
            })
    void emptyOneIsFine(String body) {
        assertThatJson(sync.batch(body).body())
                .when(Option.IGNORING_EXTRA_FIELDS)
                .isEqualTo("""
                {"ok": true, "sessions": 0, "messages": 0, "errors": []}""");
    }

    @Test
    void countsWhatItStored() {
        JsonNode answer = sync.batch("""
                {"sessions": [{"externalId": "ID", "title": "One"}, {"externalId": "ID-2"}],
                 "messages": [{"sessionExternalId": "ID", "externalId": "m1", "role": "user"},
                              {"sessionExternalId": "ID", "externalId": "m2", "role": "assistant"},
                              {"sessionExternalId": "ID-3", "externalId": "m1", "role": "user"}]}""").json();

        assertFields(answer, """
                {"sessions": 2, "messages": 3, "errors": []}""");
        assertFields(sync.read().session(), """
                {"title": "One", "messageCount": 2}""");
    }

    @Test
    void takesWhatTheSingleEndpointsTake() {
        sync.batch("""
                {"sessions": [{"sessionId": "ID", "inputTokens": 3, "createdAt": 1706234567890, "extra": 1}],
                 "messages": [{"sessionId": "ID", "messageId": "m1", "role": "human", "content": "Hi",
                               "timestamp": 1706234567891, "extra": {"a": 1}}]}""");

        Synced stored = sync.read();
        assertFields(stored.session(), """
                {"promptTokens": 3, "createdAt": 1706234567890, "messageCount": 1}""");
        assertFields(stored.onlyMessage(), """
                {"externalId": "m1", "role": "user", "textContent": "Hi", "createdAt": 1706234567891}""");
    }

    @Test
    void messageMayNameASessionThatComesWithIt() {
        sync.batch("""
                {"messages": [{"sessionExternalId": "ID", "externalId": "m1", "role": "user", "source": "pi"}],
                 "sessions": [{"externalId": "ID", "title": "Together", "source": "factory-droid"}]}""");

        assertFields(sync.read().session(), """
                {"title": "Together", "source": "factory-droid", "messageCount": 1}""");
    }

    @Test
    void oneBadItemDoesNotSinkTheOthers() {
        JsonNode answer = sync.batch("""
                {"sessions": [{"title": "Nameless"}, {"externalId": "ID", "title": "Good"}],
                 "messages": [{"externalId": "lost", "role": "user"},
                              "not an object",
                              {"sessionExternalId": "ID", "externalId": "m1", "role": "user"}]}""").json();

        assertFields(answer, """
                {"ok": true, "sessions": 1, "messages": 1}""");
        assertThat(answer.get("errors"))
                .hasSize(3)
                .allSatisfy(error -> assertThat(error.isTextual()).isTrue());
        assertThat(answer.get("errors").toString()).contains("\"lost: ");
        assertFields(sync.read().session(), """
                {"title": "Good", "messageCount": 1}""");
    }

    @Test
    void orderOfTheArrayIsTheOrder() {
        sync.batch("""
                {"sessions": [], "messages": [
                   {"sessionExternalId": "ID", "externalId": "z", "role": "user", "textContent": "1"},
                   {"sessionExternalId": "ID", "externalId": "a", "role": "assistant", "textContent": "2"},
                   {"sessionExternalId": "ID", "externalId": "m", "role": "assistant", "textContent": "3"},
                   {"sessionExternalId": "ID", "externalId": "B", "role": "user", "textContent": "4"}]}""");

        assertThat(sync.read().order()).containsExactly("z", "a", "m", "B");
    }

    @Test
    void lastOfTwoItemsWithOneIdWinsAndCountsOnce() {
        JsonNode answer = sync.batch("""
                {"sessions": [{"externalId": "ID", "title": "First"}, {"externalId": "ID", "title": "Second title"}],
                 "messages": [{"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "first"},
                              {"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "last"}]}
                """).json();

        assertFields(answer, """
                {"sessions": 1, "messages": 1, "errors": []}""");
        assertFields(sync.read().session(), """
                {"messageCount": 1}""");
        assertFields(sync.read().onlyMessage(), """
                {"textContent": "last"}""");
    }

    @Test
    void repetitionChangesNothing() {
        String body = """
                {"sessions": [{"externalId": "ID", "title": "T", "promptTokens": 5}],
                 "messages": [{"sessionExternalId": "ID", "externalId": "m1", "role": "user",
                               "parts": [{"type": "text", "content": "x"}]}]}""";
        sync.batch(body);
        Synced before = sync.read();

        sync.batch(body);

        assertThat(sync.read()).isEqualTo(before);
    }

    @Test
    void changedMessageKeepsItsParts() {
        sync.batch("""
                {"messages": [{"sessionExternalId": "ID", "externalId": "m1", "role": "user",
                               "parts": [{"type": "text", "content": "x"}]}]}""");

        sync.batch("""
                {"messages": [{"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "y"}]}""");

        assertThat(sync.read().onlyMessage().get("parts")).hasSize(1);
    }

    @Test
    void thousandMessagesArriveAtOnce() {
        StringBuilder messages = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            messages.append(i == 0 ? "" : ",")
                    .append("{\"sessionExternalId\": \"ID\", \"externalId\": \"m" + i + "\", \"role\": \"user\"}");
        }

        JsonNode answer = sync.batch("{\"messages\": [" + messages + "]}").json();

        assertFields(answer, """
                {"messages": 1000, "errors": []}""");
        assertThat(sync.read().messages()).hasSize(1000);
    }

    @Test
    void messagesOfALargeBatchAreStoredAsIfEachCameAlone() {
        List<String> messages =
                IntStream.range(0, 120).mapToObj(SyncBatchIT::message).toList();

        sync.batch("{\"messages\": [" + String.join(",", messages) + "]}");

        SyncEndpoint oneByOne = new SyncEndpoint(sync.api());
        messages.forEach(oneByOne::message);
        assertThatJson(sync.read().messages().toString())
                .whenIgnoringPaths("[*]._id", "[*].id", "[*].sessionId")
                .isEqualTo(oneByOne.read().messages().toString());
    }

    /** Every second one with all that may be left out, every third with parts instead of a text. */
    private static String message(int number) {
        String optional = number % 2 > 0 ? "" : """
                , "model": "m-1", "promptTokens": 7, "completionTokens": 8, "durationMs": 9, "cwd": "/x"\
                """;
        String body = number % 3 > 0 ? """
                "textContent": "It's \\\\ \\"%s\\" ? \\u0000 \\uD83D\\uDE80 \\n"\
                """ : """
                "parts": [{"type": "tool-call", "content": {"name": "Bash", "args": "' \\\\ \\u0000 \\uD83D\\uDE80"}, "x": 1}]\
                """;
        return """
                {"sessionExternalId": "ID", "externalId": "m%d", "role": "assistant", "createdAt": %d%s, %s}\
                """.formatted(number, 1_706_234_567_890L + number, optional, body);
    }
}
