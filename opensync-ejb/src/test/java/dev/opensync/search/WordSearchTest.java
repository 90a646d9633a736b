package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a word finds that is still being typed, and in which order. */
@ExtendWith(IndexExtension.class)
class WordSearchTest {

    private static final long ACCOUNT = 1;
    private static final long OTHER_ACCOUNT = 2;
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final SearchIndex index;

    private int written;

    WordSearchTest(SearchIndex index) {
        this.index = index;
    }

    @Test
    void lastWordMayBeUnfinished() {
        write("the database connection timed out");

        assertThat(find("database conn")).hasSize(1);
        assertThat(find("conn")).hasSize(1);
    }

    @Test
    void wholeWordComesFirstAndThenBeginningsTheNewestFirst() {
        write("connections are open", 2_000);
        write("connections are closed", 3_000);
        write("a conn string", 1_000);
        write("connections are lost", 1_000);

        assertThat(find("conn")).containsExactly(3, 2, 1, 4);
        assertThat(index.find(ACCOUNT, SearchQueryParser.parse("conn"), SearchIndex.ANY, 2, NOW))
                .extracting(SearchHit::sessionId)
                .containsExactly(3L, 2L);
        assertThat(find("closed conn")).containsExactly(2, 3, 1, 4);
        assertThat(find("-open conn")).containsExactly(3, 2, 4);
    }

    @Test
    void newestComesFirstHoweverOldItIs() {
        write(
                ACCOUNT,
                "connections of last winter",
                NOW.minus(Duration.ofDays(200)).toEpochMilli());
        write("connections of yesterday", NOW.minus(Duration.ofDays(1)).toEpochMilli());
        write("connections of old", 1_000);

        assertThat(find("conn")).containsExactly(2, 1, 3);
        assertThat(find("-nothing")).containsExactly(2, 1, 3);
        for (int limit = 1; limit <= 2; limit++) {
            assertThat(index.find(ACCOUNT, SearchQueryParser.parse("conn"), SearchIndex.ANY, limit, NOW))
                    .extracting(SearchHit::sessionId)
                    .containsExactlyElementsOf(List.of(2L, 1L).subList(0, limit));
        }
    }

    @Test
    void nobodyFindsByABeginningWhatIsNotTheirs() {
        write(OTHER_ACCOUNT, "connections are open", 1_000);

        assertThat(find("conn")).isEmpty();
    }

    @Test
    void identifierMayBeUnfinished() {
        write("parseJsonBody is slow");

        assertThat(find("parseJs")).hasSize(1);
        assertThat(find("parse_js")).hasSize(1);
        assertThat(find("formatJs")).isEmpty();
    }

    @Test
    void wordCountsAsInTheFieldWhereItCountsMost() {
        MessageDocument once = document(ACCOUNT, "a heron", 1_000);
        MessageDocument twice = document(ACCOUNT, "a heron", 1_000);
        twice.toolText = List.of("a heron");
        index.write(List.of(once, twice), 1);
        index.refresh();

        List<SearchHit> hits = index.find(ACCOUNT, SearchQueryParser.parse("heron "), SearchIndex.ANY, 10, NOW);

        assertThat(hits).hasSize(2);
        assertThat(hits.get(0).score()).isEqualTo(hits.get(1).score());
    }

    private void write(String text) {
        write(ACCOUNT, text, 1_000);
    }

    private void write(String text, long createdMs) {
        write(ACCOUNT, text, createdMs);
    }

    private void write(long account, String text, long createdMs) {
        index.write(List.of(document(account, text, createdMs)), 1);
    }

    private MessageDocument document(long account, String text, long createdMs) {
        MessageDocument document = new MessageDocument();
        document.sessionId = ++written;
        document.sequence = 1;
        document.id = MessageDocument.id(written, 1);
        document.accountId = Long.toString(account);
        document.text = List.of(text);
        document.createdMs = createdMs;
        return document;
    }

    private List<Integer> find(String query) {
        index.refresh();
        return index.find(ACCOUNT, SearchQueryParser.parse(query), SearchIndex.ANY, 10, NOW).stream()
                .map(hit -> Math.toIntExact(hit.sessionId()))
                .toList();
    }
}
