package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is left out of a search, on a real index. */
@ExtendWith(IndexExtension.class)
class SearchExclusionTest {

    private static final long ACCOUNT = 1;
    private static final long GENERATION = 1;

    private final SearchIndex index;

    private int written;

    SearchExclusionTest(SearchIndex index) {
        this.index = index;
    }

    @Test
    void whatAConditionExcludesIsNotFound() {
        MessageDocument shop = document("tests are green");
        shop.project = List.of("shop", "/home/me/web-shop");
        shop.model = "claude-sonnet-4-5";
        shop.source = "claude-code";
        shop.role = "ASSISTANT";
        shop.tool = List.of("Bash");
        shop.createdMs = 1_767_225_600_000L;
        shop.shared = true;
        shop.eval = true;
        index.write(List.of(shop), GENERATION);
        write("tests are green too");

        for (String excluded : List.of(
                "-project:shop",
                "-project:\"web shop\"",
                "-model:sonnet",
                "-source:claude-code",
                "-role:assistant",
                "-tool:bash",
                "-after:2026-01-01",
                "-is:shared",
                "-is:eval",
                "-project:shop -project:other",
                "-project:other -tool:bash")) {
            assertThat(find("green " + excluded)).as(excluded).containsExactly(2);
            assertThat(find(excluded)).as(excluded).containsExactly(2);
        }
        assertThat(find("green -before:2026-01-01")).containsExactly(1);
        assertThat(find("green -project:other")).containsExactlyInAnyOrder(1, 2);
        assertThat(find("green -project:shop -before:2026-01-01")).isEmpty();
        assertThat(find("green is:shared")).containsExactly(1);
        assertThat(find("green is:eval")).containsExactly(1);
        assertThat(find("green is:shared -is:eval")).isEmpty();
        assertThat(find("green after:2026-01-01T00:00:00Z")).containsExactly(1);
        assertThat(find("green after:2026-01-01T00:00:01Z")).isEmpty();
        assertThat(find("green before:2026-01-01T00:00:00Z")).containsExactly(2);
    }

    @Test
    void excludedWordsAndPhrasesAreLookedForInAllThatWasSaid() {
        MessageDocument titled = document("tests are green");
        titled.title = "Repair the checkout";
        MessageDocument called = document("tests are green");
        called.toolText = List.of("git push origin main");
        index.write(List.of(titled, called), GENERATION);
        write("main tests are green on origin");

        assertThat(find("green -checkout")).containsExactlyInAnyOrder(2, 3);
        assertThat(find("green -push")).containsExactlyInAnyOrder(1, 3);
        assertThat(find("green -\"origin main\"")).containsExactlyInAnyOrder(1, 3);
        assertThat(find("green -checkout -push")).containsExactly(3);
        assertThat(find("-green")).isEmpty();
    }

    @Test
    void excludedSessionsAreNotFound() {
        write("tests are green");
        write("tests are green too");
        index.refresh();

        for (String query : List.of("green", "gree", "-red", "\"are green\"")) {
            SearchQuery rest = SearchQueryParser.parse(query).without(Set.of(1L));
            assertThat(index.find(ACCOUNT, rest, SearchIndex.ANY, 10, Instant.EPOCH))
                    .as(query)
                    .extracting(SearchHit::sessionId)
                    .containsExactly(2L);
        }
    }

    private MessageDocument document(String text) {
        MessageDocument document = new MessageDocument();
        document.sessionId = ++written;
        document.sequence = 1;
        document.id = MessageDocument.id(written, 1);
        document.accountId = Long.toString(ACCOUNT);
        document.text = List.of(text);
        return document;
    }

    private void write(String text) {
        index.write(List.of(document(text)), GENERATION);
    }

    private List<Integer> find(String query) {
        index.refresh();
        return index.find(ACCOUNT, SearchQueryParser.parse(query), SearchIndex.ANY, 10, Instant.EPOCH).stream()
                .map(hit -> Math.toIntExact(hit.sessionId()))
                .toList();
    }
}
