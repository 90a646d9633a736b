package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensync.embedding.Embedder;
import dev.opensync.embedding.EmbeddingRefused;
import dev.opensync.embedding.EmbeddingUnavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class TextEmbeddingTest {

    private final MoodyEmbedder embedder = new MoodyEmbedder();
    private final TextEmbedding embedding = new TextEmbedding(embedder, new Pace());

    @Test
    void refusedTextIsSetAside() throws SQLException {
        embedder.refuses = "bad"::equals;

        assertThat(vectors("good", "bad", "better")).containsOnlyKeys(hash("good"), hash("better"));

        embedder.asked.clear();
        assertThat(vectors("bad", "best")).containsOnlyKeys(hash("best"));
        assertThat(embedder.asked).containsExactly("best");
    }

    @Test
    void textThatAlwaysFailsIsSetAside() throws SQLException {
        embedder.fails = "bad"::equals;

        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> vectors("good", "bad")).isInstanceOf(EmbeddingUnavailable.class);
            assertThat(embedding.isCareful()).isTrue();
        }

        assertThat(vectors("good", "bad")).containsOnlyKeys(hash("good"));
        assertThat(embedding.isCareful()).isFalse();
    }

    @Test
    void noTextIsSetAsideWhileNoneIsTaken() throws SQLException {
        embedder.refuses = text -> true;
        assertThatThrownBy(() -> vectors("good")).isInstanceOf(EmbeddingUnavailable.class);

        embedder.refuses = text -> false;
        embedder.fails = text -> true;
        for (int i = 0; i < 9; i++) {
            assertThatThrownBy(() -> vectors("good")).isInstanceOf(EmbeddingUnavailable.class);
        }

        embedder.fails = text -> false;
        assertThat(vectors("good")).containsOnlyKeys(hash("good"));
    }

    private Map<TextHash, byte[]> vectors(String... texts) throws SQLException {
        Map<TextHash, String> byHash = new LinkedHashMap<>();
        for (String text : texts) {
            byHash.put(hash(text), text);
        }
        return embedding.vectors(byHash, () -> {});
    }

    private static TextHash hash(String text) {
        return new Passage(1, 0, 1, 0, text.length(), text).hash();
    }

    /** Does not take every text. */
    private static final class MoodyEmbedder implements Embedder {

        private final List<String> asked = new ArrayList<>();
        private Predicate<String> refuses = text -> false;
        private Predicate<String> fails = text -> false;

        @Override
        public String model() {
            return "moody";
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public int maxTokens() {
            return 100;
        }

        @Override
        public int tokens(String text) {
            return text.length();
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            asked.addAll(texts);
            if (texts.stream().anyMatch(refuses)) {
                throw new EmbeddingRefused("refused", new IllegalStateException());
            }
            if (texts.stream().anyMatch(fails)) {
                throw new EmbeddingUnavailable("failed");
            }
            return texts.stream().map(text -> new float[] {1, 0}).toList();
        }
    }
}
