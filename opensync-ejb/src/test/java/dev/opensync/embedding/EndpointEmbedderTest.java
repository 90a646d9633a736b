package dev.opensync.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointEmbedderTest {

    private static final String KEY = "sk-secretOfTheHouse";
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration NO_PAUSE = Duration.ofMillis(10);

    private static WordPieces pieces;

    private VectorServer server;

    @BeforeAll
    static void readVocabulary() throws IOException {
        pieces = LocalModel.vocabulary();
    }

    @BeforeEach
    void start() throws IOException {
        server = new VectorServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void textsAreSentInTheProtocol() {
        server.answers(200, vectors("[3, 4]"));

        embedder().embed(List.of("Größe \"x\""));

        VectorServer.Question question = server.questions().get(0);
        assertThat(question.path()).isEqualTo("/v1/embeddings");
        assertThat(question.authorization()).isEqualTo("Bearer " + KEY);
        assertThat(json(question.body())).isEqualTo(json("""
                {"model": "house-model", "input": ["Größe \\"x\\""], "dimensions": 2}"""));
    }

    @Test
    void vectorsGetUnitLength() {
        server.answers(200, vectors("[3, 4]"));

        assertThat(embedder().embed(List.of("a"))).containsExactly(new float[] {0.6f, 0.8f});
    }

    @Test
    void indexOfTheAnswerDecidesTheOrder() {
        server.answers(200, """
                {"data": [
                  {"index": 2, "embedding": [0, -1]},
                  {"index": 0, "embedding": [1, 0]},
                  {"index": 1, "embedding": [0, 1]}]}""");

        assertThat(embedder().embed(List.of("a", "b", "c")))
                .containsExactly(new float[] {1, 0}, new float[] {0, 1}, new float[] {0, -1});
    }

    @Test
    void manyTextsGoInBatches() {
        server.answers(200, vectors("[1, 0]", "[0, 1]", "[1, 0]")).answers(200, vectors("[0, 1]"));

        assertThat(embedder().embed(List.of("a", "b", "c", "d"))).hasSize(4);
        assertThat(server.questions()).hasSize(2);
    }

    @Test
    void dimensionsAreAskedForWhereNoneAreSet() {
        server.answers(200, vectors("[1, 2, 3]"));

        EndpointEmbedder embedder = embedder(settings(Optional.empty()));

        assertThat(embedder.dimensions()).isEqualTo(3);
        assertThat(embedder.model()).startsWith("house-model:3@");
        assertThat(server.questions().get(0).body()).doesNotContain("dimensions");
    }

    @Test
    void oneNameAtTwoEndpointsMeansTwoModels() {
        EndpointEmbedder here = embedder(settings(URI.create("http://one.example.org/v1"), KEY));
        EndpointEmbedder there = embedder(settings(URI.create("http://two.example.org/v1"), KEY));
        EndpointEmbedder hereToo = embedder(settings(URI.create("http://one.example.org/v1/"), "other"));

        assertThat(here.model()).isNotEqualTo(there.model()).isEqualTo(hereToo.model());
    }

    @Test
    void twoFailuresArePassedOver() {
        server.fails(500).fails(503).answers(200, vectors("[1, 0]"));

        assertThat(embedder().embed(List.of("a"))).hasSize(1);
    }

    @Test
    void thirdFailureIsTheLastForAWhile() {
        server.fails(502).fails(502).fails(502);
        EndpointEmbedder embedder = embedder();

        assertUnavailable(() -> embedder.embed(List.of("a"))).hasMessageContaining("502");
        assertUnavailable(() -> embedder.embed(List.of("a"))).hasMessageContaining("left alone");
        assertThat(server.questions()).hasSize(3);
    }

    @Test
    void wishedPauseIsKept() {
        server.asksForAPause(429, "1").answers(200, vectors("[1, 0]"));
        long before = System.nanoTime();

        assertThat(embedder().embed(List.of("a"))).hasSize(1);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void longPauseIsLeftToTheCaller() {
        server.asksForAPause(429, "120");
        EndpointEmbedder embedder = embedder();

        assertUnavailable(() -> embedder.embed(List.of("a"))).hasMessageContaining("429 rate_limit_exceeded");
        assertUnavailable(() -> embedder.embed(List.of("a"))).hasMessageContaining("left alone");
        assertThat(server.questions()).hasSize(1);
    }

    @Test
    void pauseMayBeADate() {
        String inTwoMinutes =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.plusSeconds(120).atOffset(ZoneOffset.UTC));
        server.asksForAPause(503, inTwoMinutes);

        assertUnavailable(() -> embedder().embed(List.of("a")));

        assertThat(server.questions()).hasSize(1);
    }

    @Test
    void hangingServerIsGivenUp() {
        server.hangs().answers(200, vectors("[1, 0]"));

        assertThat(embedder().embed(List.of("a"))).hasSize(1);
    }

    @Test
    void refusedKeyIsSaidWithoutTheKey() {
        server.answers(401, """
                {"error": {"message": "Incorrect API key provided: %s", "code": "invalid_api_key"}}""".formatted(KEY));

        assertUnavailable(() -> embedder().embed(List.of("a")))
                .hasMessage("house-model at 127.0.0.1 refuses the key (401 invalid_api_key)");
        assertThat(server.questions()).hasSize(1);
    }

    @Test
    void refusedRequestIsSaidWithoutTheText() {
        server.answers(400, """
                {"error": {"message": "Cannot read: our secret plan", "code": "Our secret plan"}}""");

        assertUnavailable(() -> embedder().embed(List.of("our secret plan")))
                .hasMessage("house-model at 127.0.0.1 refuses the request (400)");
    }

    @Test
    void refusedTextDoesNotStopOthers() {
        server.answers(400, "{}").answers(413, "{}").answers(422, "{}").answers(200, vectors("[1, 0]"));
        EndpointEmbedder embedder = embedder();

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> embedder.embed(List.of("a"))).isInstanceOf(EmbeddingRefused.class);
        }
        assertThat(embedder.embed(List.of("b"))).hasSize(1);
    }

    @Test
    void refusedKeyStopsAllForAWhile() {
        server.answers(403, "{}");
        EndpointEmbedder embedder = embedder();

        assertUnavailable(() -> embedder.embed(List.of("a"))).isNotInstanceOf(EmbeddingRefused.class);
        assertUnavailable(() -> embedder.embed(List.of("b"))).hasMessageContaining("left alone");
    }

    @Test
    void interruptedQuestionDoesNotStopOthers() {
        server.hangs().answers(200, vectors("[1, 0]"));
        EndpointEmbedder embedder = embedder();

        Thread.currentThread().interrupt();
        assertUnavailable(() -> embedder.embed(List.of("a"))).hasMessageContaining("Interrupted");
        assertThat(Thread.interrupted()).isTrue();

        server.answers(200, vectors("[1, 0]"));
        assertThat(embedder.embed(List.of("b"))).hasSize(1);
    }

    @Test
    void wrongDimensionsAreRefused() {
        server.answers(200, vectors("[1, 2, 3]"));

        assertUnavailable(() -> embedder().embed(List.of("a"))).hasMessageContaining("3 components instead of 2");
    }

    @Test
    void missingAndDoubleVectorsAreRefused() {
        server.answers(200, vectors("[1, 0]"));
        assertUnavailable(() -> embedder().embed(List.of("a", "b"))).hasMessageContaining("1 vectors for 2 texts");

        server.answers(200, """
                {"data": [{"index": 0, "embedding": [1, 0]}, {"index": 0, "embedding": [1, 0]}]}""");
        assertUnavailable(() -> embedder().embed(List.of("a", "b"))).hasMessageContaining("not sent");
    }

    @Test
    void somethingElseThanVectorsIsRefused() {
        for (String body : List.of("<html>Welcome</html>", "[]", "{}", "{\"data\": [{\"index\": 0}]}")) {
            server.answers(200, body);
            assertUnavailable(() -> embedder().embed(List.of("a"))).hasMessageContaining("did not answer with vectors");
        }
    }

    @Test
    void unreachableServerIsUnavailable() {
        server.close();

        assertUnavailable(() -> embedder().embed(List.of("a"))).hasMessageContaining("cannot be reached");
    }

    @Test
    void largerTextIsRefusedBeforeItIsSent() {
        EndpointEmbedder embedder = embedder();

        assertThatThrownBy(() -> embedder.embed(List.of("word ".repeat(100))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(server.questions()).isEmpty();
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> settings(URI.create("ftp://example.org"), KEY)).hasMessageContaining("url");
        assertThatThrownBy(() -> settings(server.url(), "two\nlines"))
                .hasMessageContaining("key")
                .hasMessageNotContaining("lines");
    }

    private EndpointEmbedder embedder() {
        return embedder(settings(Optional.of(2)));
    }

    private static EndpointEmbedder embedder(EndpointSettings settings) {
        EmbeddingEndpoint endpoint = new EmbeddingEndpoint(settings, Clock.fixed(NOW, ZoneOffset.UTC));
        return new EndpointEmbedder(settings, endpoint, pieces, NO_PAUSE);
    }

    private EndpointSettings settings(Optional<Integer> dimensions) {
        return new EndpointSettings(
                server.url(), Optional.of(KEY), "house-model", dimensions, 100, 3, Duration.ofSeconds(2));
    }

    private static EndpointSettings settings(URI url, String key) {
        return new EndpointSettings(
                url, Optional.of(key), "house-model", Optional.of(2), 100, 3, Duration.ofMillis(500));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertUnavailable(ThrowingCallable call) {
        return assertThatThrownBy(call).isInstanceOf(EmbeddingUnavailable.class);
    }

    private static String vectors(String... vectors) {
        return IntStream.range(0, vectors.length)
                .mapToObj(i -> "{\"index\": " + i + ", \"embedding\": " + vectors[i] + "}")
                .collect(Collectors.joining(",", "{\"data\": [", "]}"));
    }

    private static Object json(String text) {
        return JsonProvider.provider().createReader(new StringReader(text)).readObject();
    }
}
