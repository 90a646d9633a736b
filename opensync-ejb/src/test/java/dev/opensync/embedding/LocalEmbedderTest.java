package dev.opensync.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalEmbedderTest {

    private static final Offset<Double> ROUNDING = Offset.offset(1e-5);

    private static LocalEmbedder embedder;

    @BeforeAll
    static void load() throws Exception {
        embedder = LocalEmbedder.load();
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void likeMeaningIsNearerThanLikeWords() {
        float[] question = vector("How do I stop the database from running out of connections?");
        float[] meant = vector("The pool was exhausted because transactions were never closed.");
        float[] other = vector("How do I stop the music from playing in the background?");

        assertThat(cosine(question, meant)).isGreaterThan(cosine(question, other));
    }

    @Test
    void paraphraseIsTheNearestOfMany() {
        List<String> texts = List.of(
                "Users are logged out after a few minutes",
                "The build fails because a dependency is missing",
                "Make the button blue and move it to the right",
                "The server answers slowly when many people use it");

        assertThat(nearest("sessions expire too early", texts)).isEqualTo(texts.get(0));
        assertThat(nearest("cannot compile, library not found", texts)).isEqualTo(texts.get(1));
        assertThat(nearest("change colour and position of a control", texts)).isEqualTo(texts.get(2));
        assertThat(nearest("bad performance under load", texts)).isEqualTo(texts.get(3));
    }

    @Test
    void vectorHasUnitLength() {
        float[] vector = vector("The build fails because a dependency is missing");

        assertThat(vector).hasSize(384);
        assertThat(cosine(vector, vector)).isEqualTo(1, ROUNDING);
    }

    @Test
    void equalTextHasEqualVectorsInAnyCompany() {
        String text = "Rename the column without losing data";

        List<float[]> together = embedder.embed(List.of("short", text, "a longer text ".repeat(20), text));

        assertThat(together.get(1)).isEqualTo(vector(text));
        assertThat(together.get(3)).isEqualTo(vector(text));
    }

    @Test
    void emptyAndUnreadableTextsHaveVectorsToo() {
        assertThat(embedder.embed(List.of("", " \n", "\u0000", "\ud800")))
                .allSatisfy(vector -> assertThat(cosine(vector, vector)).isEqualTo(1, ROUNDING));
        assertThat(embedder.embed(List.of())).isEmpty();
    }

    @Test
    void largestTextIsTakenInWholeAndALargerOneRefused() {
        String largest = "word ".repeat(embedder.maxTokens());
        String changedAtItsEnd = "word ".repeat(embedder.maxTokens() - 1) + "banana";

        assertThat(embedder.tokens(largest)).isEqualTo(embedder.maxTokens());
        assertThat(vector(largest)).isNotEqualTo(vector(changedAtItsEnd));
        assertThatThrownBy(() -> vector(largest + "more")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severalThreadsGetTheSameVectors() throws Exception {
        String text = "Two threads ask for the same thing";
        float[] alone = vector(text);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<float[]>> calls = Collections.nCopies(20, () -> vector(text));
            for (Future<float[]> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void closedOneIsUnavailable() throws Exception {
        LocalEmbedder closed = LocalEmbedder.load();
        closed.close();
        closed.close();

        assertThatThrownBy(() -> closed.embed(List.of("late"))).isInstanceOf(EmbeddingUnavailable.class);
    }

    private static String nearest(String query, List<String> texts) {
        float[] vector = vector(query);
        List<String> sorted = new ArrayList<>(texts);
        sorted.sort((a, b) -> Double.compare(cosine(vector, vector(b)), cosine(vector, vector(a))));
        return sorted.get(0);
    }

    private static float[] vector(String text) {
        return embedder.embed(List.of(text)).get(0);
    }

    /** Of vectors of unit length. */
    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }
}
