package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is near in meaning, on a real index. */
@ExtendWith(IndexExtension.class)
class PassageIndexTest {

    private static final long ACCOUNT = 1;
    private static final long OTHER_ACCOUNT = 2;
    private static final long MODEL = 1;
    private static final long OTHER_MODEL = 2;
    private static final int CROWD = 1_500;
    private static final int OTHER = 50;

    private final SearchIndex index;

    PassageIndexTest(SearchIndex index) {
        this.index = index;
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
        shop.status = "GOLDEN";
        shop.tag = List.of("till");
        write(shop, passage(2, ACCOUNT, MODEL, 100, 10));

        for (String condition : List.of("project:shop", "status:golden", "tag:till")) {
            assertThat(find(condition)).as(condition).containsExactly(1L);
        }
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

    /** As sessions that all begin alike. */
    @Test
    void crowdOfEqualOnesHidesNoOther() {
        Random random = new Random(1);
        byte[] ofCrowd = vector(random);
        Map<Long, byte[]> vectors = new HashMap<>();
        for (long session = 1; session <= CROWD; session++) {
            vectors.put(session, session % OTHER == 0 ? vector(random) : ofCrowd);
        }
        write(vectors.entrySet().stream()
                .map(entry -> passage(entry.getKey(), ACCOUNT, MODEL, entry.getValue()))
                .toArray(PassageDocument[]::new));

        for (long session = OTHER; session <= CROWD; session += OTHER) {
            assertThat(find("", vectors.get(session))).startsWith(session);
        }
    }

    private static byte[] vector(Random random) {
        float[] components = new float[384];
        for (int i = 0; i < components.length; i++) {
            components[i] = (float) random.nextGaussian();
        }
        return ByteVector.of(components);
    }

    private void write(PassageDocument... passages) {
        index.passages().write(List.of(passages), 1);
    }

    private static PassageDocument passage(long session, long account, long model, int x, int y) {
        return passage(session, account, model, new byte[] {(byte) x, (byte) y});
    }

    private static PassageDocument passage(long session, long account, long model, byte[] vector) {
        PassageDocument passage = new PassageDocument();
        passage.id = PassageDocument.id(session, new Passage.Key(1, 0));
        passage.sessionId = session;
        passage.sequence = 1;
        passage.accountId = Long.toString(account);
        passage.modelId = Long.toString(model);
        passage.setVector(vector);
        return passage;
    }

    private List<Long> find(String conditions) {
        return find(conditions, new byte[] {127, 0});
    }

    private List<Long> find(String conditions, byte[] near) {
        index.refresh();
        return index.find(ACCOUNT, SearchQueryParser.parse(conditions), new QueryVector(MODEL, near), 10).stream()
                .map(PassageHit::sessionId)
                .toList();
    }
}
