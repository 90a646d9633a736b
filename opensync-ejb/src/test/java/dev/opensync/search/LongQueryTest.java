package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people paste into the search is longer than what they type. */
@ExtendWith(IndexExtension.class)
class LongQueryTest {

    private static final long ACCOUNT = 1;
    private static final String TRACE = "\tat dev.opensync.search.IndexFeed.takeTasks(IndexFeed.java:70)\n".repeat(200);

    private final SearchIndex index;

    LongQueryTest(SearchIndex index) {
        this.index = index;
    }

    @BeforeEach
    void write() {
        MessageDocument document = new MessageDocument();
        document.id = MessageDocument.id(1, 1);
        document.sessionId = 1;
        document.sequence = 1;
        document.accountId = Long.toString(ACCOUNT);
        document.project = List.of("shop");
        document.text = List.of("It failed again: " + TRACE, "数据库连接超时".repeat(100));
        index.write(List.of(document), 1);
        index.refresh();
    }

    @Test
    void pastedStackTraceFindsItsLike() {
        assertThat(find(TRACE)).hasSize(1);
        assertThat(find('"' + TRACE + '"')).hasSize(1);
    }

    @Test
    void pastedTextWithoutBlanksFindsItsLike() {
        assertThat(find("数据库连接超时".repeat(100))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1B2_", "-not-this ", "x OR ", "project:shop ", "🚀", "-project:market "})
    void nothingIsTooLong(String piece) {
        assertThat(find(piece.repeat(1_000))).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void excludedConditionHidesWhatMeetsIt() {
        assertThat(find("failed -project:shop")).isEmpty();
        assertThat(find("failed -project:market")).hasSize(1);
    }

    private List<SearchHit> find(String query) {
        return index.find(ACCOUNT, SearchQueryParser.parse(query), SearchIndex.ANY, 10, Instant.EPOCH);
    }
}
