package dev.opensync.test.api;

import static dev.opensync.test.api.JsonFields.assertFields;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that come once more. */
@SystemTest
@Tag("database")
class SyncMessageAgainIT {

    private final SyncEndpoint sync;

    SyncMessageAgainIT(TestServer server) {
        sync = new SyncEndpoint(server.admin());
    }

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

        sync.message("{\"sessionExternalId\": \"ID\", \"externalId\": \"m1\", \"role\": \"user\", \"parts\": " + parts
                + "}");

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
