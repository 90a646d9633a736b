package dev.opensync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionRowTest {

    private static final long NOW = 1_790_000_000_000L;
    private static final SessionUpsert NOTHING = said(null, null, null, null);

    private final SessionRow row = newRow();

    @Test
    void repeatedReportChangesNothing() {
        row.apply(said("Fix the login", 10L, 5L, 20_000L));

        assertThat(row.apply(said("Fix the login", 10L, 5L, 20_000L))).isFalse();
    }

    @Test
    void whatWasNotSaidStays() {
        row.apply(said("Fix the login", 10L, 5L, 20_000L));

        assertThat(row.apply(NOTHING)).isFalse();
        assertThat(row.title).isEqualTo("Fix the login");
        assertThat(row.promptTokens).isEqualTo(10);
    }

    @Test
    void placeholderTitlesNeverReplaceARealOne() {
        row.apply(said("Fix the login", null, null, null));

        for (String placeholder : new String[] {"", "Untitled", "Untitled Session", "unknown"}) {
            row.apply(said(placeholder, null, null, null));
        }

        assertThat(row.title).isEqualTo("Fix the login");
    }

    @Test
    void realTitleReplacesAPlaceholder() {
        row.apply(said("Untitled Session", null, null, null));

        row.apply(said("Fix the login", null, null, null));

        assertThat(row.title).isEqualTo("Fix the login");
    }

    @Test
    void claudeCodeKeepsItsFirstPromptAsTitle() {
        row.apply(from("claude-code", "Fix the login"));

        row.apply(from("claude-code", "And now the logout"));
        row.apply(from("claude-code", "fuzzy-singing-otter"));

        assertThat(row.title).isEqualTo("Fix the login");
    }

    @Test
    void claudeCodePromptReplacesASlug() {
        row.apply(from("claude-code", "fuzzy-singing-otter"));

        row.apply(from("claude-code", "Fix the login"));

        assertThat(row.title).isEqualTo("Fix the login");
    }

    @Test
    void zeroNeverErasesTokensOrCost() {
        row.apply(said(null, 10L, 5L, 20_000L));

        row.apply(said(null, 0L, 0L, 0L));

        assertThat(row.usage().promptTokens()).isEqualTo(10);
        assertThat(row.usage().completionTokens()).isEqualTo(5);
        assertThat(row.usage().costMicros()).isEqualTo(20_000);
    }

    @Test
    void lowerTotalReplacesAHigherOne() {
        row.apply(said(null, 10L, null, null));

        row.apply(said(null, 7L, null, null));

        assertThat(row.promptTokens).isEqualTo(7);
    }

    @Test
    void sourceDefaultsToOpencodeAndIsReplacedByTheFirstNamedOne() {
        assertThat(row.source).isEqualTo("opencode");

        row.apply(from("Cursor", null));

        assertThat(row.source).isEqualTo("cursor-sync");
        row.apply(NOTHING);
        assertThat(row.source).isEqualTo("cursor-sync");
    }

    @Test
    void assumedCreationIsReplacedByTheClientsOwnAndThatOnlyMovesBack() {
        row.apply(created(NOW - 500));
        assertThat(row.createdMs).isEqualTo(NOW - 500);

        row.apply(created(NOW - 100));
        assertThat(row.createdMs).isEqualTo(NOW - 500);

        row.apply(created(NOW - 900));
        assertThat(row.createdMs).isEqualTo(NOW - 900);
    }

    @Test
    void projectNameIsTheLastFolderOfAWindowsPath() {
        row.apply(project("C:\\work\\shop", "C:\\work\\shop"));

        assertThat(row.projectName).isEqualTo("shop");
    }

    @Test
    void projectNameFollowsFromThePathWhenItIsMissing() {
        row.apply(project("/home/ada/shop/", null));

        assertThat(row.projectName).isEqualTo("shop");
    }

    @Test
    void endGivesTheDuration() {
        row.apply(created(NOW - 5_000));

        row.apply(new SessionUpsert(
                "s", null, null, null, null, null, null, null, null, null, null, null, NOW, Map.of()));

        assertThat(row.durationMs).isEqualTo(5_000);
    }

    @Test
    void extraFieldsAreKeptAndLaidOverEachOther() {
        row.apply(extra(Map.of("gitBranch", "\"main\"", "toolCallCount", "3")));

        row.apply(extra(Map.of("toolCallCount", "4")));

        assertThat(row.metadata).isEqualTo("{\"gitBranch\":\"main\",\"toolCallCount\":4}");
    }

    @Test
    void numberBeyondAllUseIsKeptAsText() {
        row.apply(extra(Map.of("x", "1e9999999999")));

        assertThat(row.metadata).isEqualTo("{\"x\":\"1e9999999999\"}");
    }

    private static SessionRow newRow() {
        SessionRow row = new SessionRow(1, "s");
        row.createdMs = NOW;
        return row;
    }

    private static SessionUpsert said(
            @Nullable String title, @Nullable Long prompt, @Nullable Long completion, @Nullable Long costMicros) {
        return new SessionUpsert(
                "s", title, null, null, null, null, null, prompt, completion, costMicros, null, null, null, Map.of());
    }

    private static SessionUpsert from(String source, @Nullable String title) {
        return new SessionUpsert(
                "s", title, null, null, null, null, source, null, null, null, null, null, null, Map.of());
    }

    private static SessionUpsert created(long createdMs) {
        return new SessionUpsert(
                "s", null, null, null, null, null, null, null, null, null, null, createdMs, null, Map.of());
    }

    private static SessionUpsert project(String path, @Nullable String name) {
        return new SessionUpsert("s", null, path, name, null, null, null, null, null, null, null, null, null, Map.of());
    }

    private static SessionUpsert extra(Map<String, String> extra) {
        return new SessionUpsert("s", null, null, null, null, null, null, null, null, null, null, null, null, extra);
    }
}
