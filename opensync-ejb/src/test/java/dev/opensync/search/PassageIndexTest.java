package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is near in meaning, on a real index. */
class PassageIndexTest {

    private static final long ACCOUNT = 1;
    private static final long OTHER_ACCOUNT = 2;
    private static final long MODEL = 1;
    private static final long OTHER_MODEL = 2;

    private static SearchIndex index;

    @BeforeAll
    static void open(@TempDir Path directory) throws IOException {
        IndexHome home = TestHomes.in(directory);
        home.name();
        index = home.open();
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @BeforeEach
    void empty() {
        index.removeAll();
    }

    @Test
    void nearestComesFirst() {
        write(passage(1, ACCOUNT, MODEL, 10, 100), passage(2, ACCOUNT, MODEL, 100, 10));

        assertThat(find("")).containsExactly(2L, 1L);
    }

    @Test
    void conditionsHoldForEachOfThem() {
        PassageDocument shop = passage(1, ACCOUNT, MODEL, 10, 100);
        shop.project = List.of("shop");
        write(shop, passage(2, ACCOUNT, MODEL, 100, 10));

        assertThat(find("project:shop")).containsExactly(1L);
    }

    @Test
    void nothingOfOthersIsNear() {
        write(passage(1, OTHER_ACCOUNT, MODEL, 100, 10), passage(2, ACCOUNT, OTHER_MODEL, 100, 10));

        assertThat(find("")).isEmpty();
    }

    @Test
    void removedSessionIsNotNear() {
        write(passage(1, ACCOUNT, MODEL, 100, 10));

        index.removeSession(1);

        assertThat(find("")).isEmpty();
    }

    private static void write(PassageDocument... passages) {
        index.passages().write(List.of(passages), 1);
    }

    private static PassageDocument passage(long session, long account, long model, int x, int y) {
        PassageDocument passage = new PassageDocument();
        passage.id = Long.toString(session);
        passage.sessionId = session;
        passage.sequence = 1;
        passage.accountId = account;
        passage.modelId = model;
        passage.setVector(new byte[] {(byte) x, (byte) y});
        return passage;
    }

    private static List<Long> find(String conditions) {
        index.refresh();
        QueryVector near = new QueryVector(MODEL, new byte[] {127, 0});
        return index.find(ACCOUNT, SearchQueryParser.parse(conditions), near, 10).stream()
                .map(PassageHit::sessionId)
                .toList();
    }
}
