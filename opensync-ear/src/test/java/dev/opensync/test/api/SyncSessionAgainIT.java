package dev.opensync.test.api;

import static dev.opensync.test.api.JsonFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
@Tag("database")
class SyncSessionAgainIT {

    private final SyncEndpoint sync;

    SyncSessionAgainIT(TestServer server) {
        sync = new SyncEndpoint(server.admin());
    }

    @Test
    void givesTheSameId() {
        String first = id("""
                {"externalId": "ID", "title": "One"}""");
        String second = id("""
                {"externalId": "ID", "title": "Two"}""");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void absentFieldsAreKept() {
        sync.session("""
                {"externalId": "ID", "title": "T", "projectPath": "/p/q", "model": "gpt-5", "provider": "openai",
                 "source": "codex-cli", "promptTokens": 5, "completionTokens": 6, "cost": 0.5, "durationMs": 7}""");

        sync.session("""
                {"externalId": "ID"}""");

        assertSession("""
                {"title": "T", "projectPath": "/p/q", "projectName": "q", "model": "gpt-5", "provider": "openai",
                 "source": "codex-cli", "promptTokens": 5, "completionTokens": 6, "cost": 0.5, "durationMs": 7}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Untitled", "Untitled Session"})
    void placeholderNeverReplacesARealTitle(String placeholder) {
        sync.session("""
                {"externalId": "ID", "title": "Rename the parser"}""");

        sync.session("{\"externalId\": \"ID\", \"title\": \"" + placeholder + "\"}");

        assertSession("""
                {"title": "Rename the parser"}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Untitled", "Untitled Session"})
    void realTitleReplacesAPlaceholder(String placeholder) {
        sync.session("{\"externalId\": \"ID\", \"title\": \"" + placeholder + "\"}");

        sync.session("""
                {"externalId": "ID", "title": "Rename the parser"}""");

        assertSession("""
                {"title": "Rename the parser"}""");
    }

    @Test
    void slugNeverReplacesARealTitle() {
        sync.session("""
                {"externalId": "ID", "source": "claude-code", "title": "Rename the parser"}""");

        sync.session("""
                {"externalId": "ID", "source": "claude-code", "title": "fuzzy-singing-otter"}""");

        assertSession("""
                {"title": "Rename the parser"}""");
    }

    @Test
    void realTitleReplacesASlug() {
        sync.session("""
                {"externalId": "ID", "source": "claude-code", "title": "fuzzy-singing-otter"}""");

        sync.session("""
                {"externalId": "ID", "source": "claude-code", "title": "Rename the parser"}""");

        assertSession("""
                {"title": "Rename the parser"}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown"})
    void placeholderNeverReplacesARealModelOrProvider(String placeholder) {
        sync.session("""
                {"externalId": "ID", "model": "gpt-5", "provider": "openai"}""");

        sync.session("{\"externalId\": \"ID\", \"model\": \"%1$s\", \"provider\": \"%1$s\"}".formatted(placeholder));

        assertSession("""
                {"model": "gpt-5", "provider": "openai"}""");
    }

    @Test
    void emptyPathAndNameOfAProjectReplaceNothing() {
        sync.session("""
                {"externalId": "ID", "projectPath": "/home/a/parser", "projectName": "The parser"}""");

        sync.session("""
                {"externalId": "ID", "projectPath": "", "projectName": " "}""");

        assertSession("""
                {"projectPath": "/home/a/parser", "projectName": "The parser"}""");
    }

    @Test
    void otherModelReplacesTheFirst() {
        sync.session("""
                {"externalId": "ID", "model": "gpt-5"}""");

        sync.session("""
                {"externalId": "ID", "model": "gpt-5-mini"}""");

        assertSession("""
                {"model": "gpt-5-mini"}""");
    }

    @Test
    void absentSourceDoesNotBecomeTheDefault() {
        sync.session("""
                {"externalId": "ID", "source": "pi"}""");

        sync.session("""
                {"externalId": "ID", "title": "Later"}""");

        assertSession("""
                {"source": "pi"}""");
    }

    @Test
    void cursorStaysCursorSync() {
        sync.session("""
                {"externalId": "ID", "source": "cursor-sync"}""");

        sync.session("""
                {"externalId": "ID", "source": "cursor"}""");

        assertSession("""
                {"source": "cursor-sync"}""");
    }

    @Test
    void zeroTokensNeverErase() {
        sync.session("""
                {"externalId": "ID", "promptTokens": 100, "completionTokens": 50}""");

        sync.session("""
                {"externalId": "ID", "promptTokens": 0, "completionTokens": 0}""");

        assertSession("""
                {"promptTokens": 100, "completionTokens": 50, "totalTokens": 150}""");
    }

    @Test
    void tokensAreAbsoluteAndMayShrink() {
        sync.session("""
                {"externalId": "ID", "promptTokens": 100, "completionTokens": 50}""");

        sync.session("""
                {"externalId": "ID", "promptTokens": 80}""");

        assertSession("""
                {"promptTokens": 80, "completionTokens": 50, "totalTokens": 130}""");
    }

    @Test
    void zeroCostWithoutTokensIsNoInformation() {
        sync.session("""
                {"externalId": "ID", "promptTokens": 100, "cost": 0.75}""");

        sync.session("""
                {"externalId": "ID", "promptTokens": 0, "completionTokens": 0, "cost": 0}""");

        assertSession("""
                {"cost": 0.75}""");
    }

    @Test
    void zeroDurationNeverErases() {
        sync.session("""
                {"externalId": "ID", "durationMs": 5000}""");

        sync.session("""
                {"externalId": "ID", "durationMs": 0}""");

        assertSession("""
                {"durationMs": 5000}""");
    }

    @Test
    void changeOfCostAloneIsKeptAtOnce() {
        sync.session("""
                {"externalId": "ID", "title": "T", "model": "m", "projectPath": "/p", "cost": 0.1}""");

        sync.session("""
                {"externalId": "ID", "title": "T", "model": "m", "projectPath": "/p", "cost": 0.2}""");

        assertSession("""
                {"cost": 0.2}""");
    }

    @Test
    void creationMovesBackButNotForward() {
        sync.session("""
                {"externalId": "ID", "createdAt": 1706234567890}""");

        sync.session("""
                {"externalId": "ID", "createdAt": 1706000000000}""");
        sync.session("""
                {"externalId": "ID", "createdAt": 1707000000000}""");

        assertSession("""
                {"createdAt": 1706000000000}""");
    }

    @Test
    void repetitionIsNoUpdate() {
        String body = """
                {"externalId": "ID", "title": "T", "model": "m", "promptTokens": 3, "cost": 0.125, "gitBranch": "main"}""";
        sync.session(body);
        long before = updatedAt();

        sync.session(body);

        assertThat(updatedAt()).isEqualTo(before);
    }

    @Test
    void extraFieldsAreKeptAndGrow() {
        sync.session("""
                {"externalId": "ID", "gitBranch": "main", "toolCallCount": 3}""");

        sync.session("""
                {"externalId": "ID", "toolCallCount": 4, "endReason": "exit"}""");

        assertSession("""
                {"metadata": {"gitBranch": "main", "toolCallCount": 4, "endReason": "exit"}}""");
    }

    private String id(String body) {
        return sync.session(body).json().get("sessionId").asText();
    }

    private long updatedAt() {
        return sync.read().session().get("updatedAt").asLong();
    }

    private void assertSession(String expected) {
        assertFields(sync.read().session(), expected);
    }
}
