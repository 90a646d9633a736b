package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Page after page of sessions that answer equally well, on a real index. */
@ExtendWith(IndexExtension.class)
class EqualHitsTest {

    private static final long ACCOUNT = 1;
    private static final long GENERATION = 1;

    private final SearchIndex index;

    private int written;

    EqualHitsTest(SearchIndex index) {
        this.index = index;
    }

    @ParameterizedTest
    @CsvSource({"heron, 1", "heron, 7", "hero, 7", "-stork, 7", "\"a heron\", 7"})
    void equallyGoodSessionsAreFoundOnceEachPageByPage(String query, int limit) {
        int many = 40;
        List<MessageDocument> documents = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            MessageDocument document = document("a heron");
            document.createdMs = 1_767_225_600_000L;
            documents.add(document);
        }
        index.write(documents.subList(0, 15), GENERATION);
        index.commit();
        index.write(documents.subList(15, many), GENERATION);
        index.refresh();

        List<Long> seen = new ArrayList<>();
        SearchCursor after = null;
        do {
            List<RankedSession> page = SessionRanking.after(ranking(query), after);
            page = page.subList(0, Math.min(limit, page.size()));
            page.forEach(session -> seen.add(session.sessionId()));
            after = page.isEmpty() ? null : SearchCursor.of(SearchType.FULLTEXT, page.get(page.size() - 1));
        } while (after != null);

        assertThat(seen).hasSize(many).doesNotHaveDuplicates();
    }

    /** In rounds, each without the sessions that are known, as they are looked for. */
    private List<RankedSession> ranking(String query) {
        List<SearchHit> all = new ArrayList<>();
        Set<Long> known = new HashSet<>();
        List<SearchHit> found;
        do {
            found = index.find(
                    ACCOUNT, SearchQueryParser.parse(query).without(known), SearchIndex.ANY, 10, Instant.EPOCH);
            all.addAll(found);
            found.forEach(hit -> known.add(hit.sessionId()));
        } while (!found.isEmpty());
        return SessionRanking.byWords(all);
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
}
