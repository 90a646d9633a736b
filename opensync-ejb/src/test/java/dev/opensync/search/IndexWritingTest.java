package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexWritingTest {

    private static final SearchIndexState STATE =
            new SearchIndexState(1, true, MessageDocument.FORMAT, null, 1, false, 0);

    @TempDir
    Path directory;

    private final List<Integer> setAside = new ArrayList<>();
    private SearchIndex index;
    private IndexWriting writing;

    @BeforeEach
    void open() {
        index = new LuceneHome(directory).open();
        writing = new IndexWriting(index, STATE, new SearchIndexRepository() {
            @Override
            void addFailure(long indexId, long sessionId, int sequence) {
                setAside.add(sequence);
            }
        });
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void messageThatIsNeverTakenIsSetAsideAfterSomeTries() throws Exception {
        assertThatThrownBy(this::tryOnce).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(this::tryOnce).isInstanceOf(RuntimeException.class);
        assertThat(setAside).isEmpty();

        tryOnce();

        assertThat(setAside).containsExactly(2);
        assertThat(index.find(1, SearchQueryParser.parse("harvest"), SearchIndex.ANY, 10, Instant.EPOCH))
                .extracting(SearchHit::sequence)
                .containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void messageThatCannotBeReadIsSetAsideToo() throws Exception {
        for (int i = 0; i < 2; i++) {
            writing.begin();
            assertThatThrownBy(this::addUnreadable).isInstanceOf(IllegalStateException.class);
        }

        writing.begin();
        addUnreadable();
        writing.write();

        assertThat(setAside).containsExactly(7);
    }

    @Test
    void successForgetsEarlierTries() throws Exception {
        assertThatThrownBy(this::tryOnce).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(this::tryOnce).isInstanceOf(RuntimeException.class);
        writing.succeeded();

        assertThatThrownBy(this::tryOnce).isInstanceOf(RuntimeException.class);

        assertThat(setAside).isEmpty();
    }

    private void tryOnce() throws Exception {
        writing.begin();
        for (int sequence = 1; sequence <= 3; sequence++) {
            MessageDocument document = document(sequence);
            writing.add(1, sequence, () -> document);
        }
        writing.write();
    }

    private void addUnreadable() throws Exception {
        writing.add(1, 7, () -> {
            throw new IllegalStateException("unreadable");
        });
    }

    /** The second has a role of a length that no index takes. */
    private static MessageDocument document(int sequence) {
        MessageDocument document = new MessageDocument();
        document.id = MessageDocument.id(1, sequence);
        document.accountId = "1";
        document.sessionId = 1;
        document.sequence = sequence;
        document.text = List.of("the harvest");
        document.role = sequence == 2 ? "x".repeat(40_000) : "USER";
        return document;
    }
}
