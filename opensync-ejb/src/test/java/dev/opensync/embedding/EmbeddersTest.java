package dev.opensync.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

// The test stands in for the container that would set the fields.
@SuppressWarnings("UnnecessaryAssignment")
class EmbeddersTest {

    private Instant now = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void modelInsideTheServerIsTheDefault() {
        Embedders embedders = embedders(new EmbeddingConfig());

        Optional<Embedder> embedder = embedders.current();

        assertThat(embedder).get().isInstanceOf(LocalEmbedder.class);
        assertThat(embedders.current()).isEqualTo(embedder);
        embedders.close();
        assertThat(embedders.current()).isEmpty();
    }

    @Test
    void switchedOffThereIsNone() {
        Embedders embedders = embedders(new EmbeddingConfig());
        embedders.config.enabled = false;

        assertThat(embedders.current()).isEmpty();
    }

    @Test
    void endpointIsTriedAgainAfterAWhile() throws IOException {
        try (VectorServer server = new VectorServer()) {
            server.answers(401, "{}").answers(200, """
                    {"data": [{"index": 0, "embedding": [1, 0]}]}""");
            Embedders embedders = embedders(new EmbeddingConfig());
            embedders.config.url = Optional.of(server.url().toString());
            embedders.config.model = Optional.of("house-model");

            assertThat(embedders.current()).isEmpty();
            assertThat(embedders.current()).isEmpty();
            now = now.plus(Duration.ofMinutes(1));
            assertThat(embedders.current()).get().isInstanceOf(EndpointEmbedder.class);
            assertThat(server.questions()).hasSize(2);
        }
    }

    @Test
    void endpointWithoutAModelIsNone() {
        Embedders embedders = embedders(new EmbeddingConfig());
        embedders.config.url = Optional.of("http://127.0.0.1:1/v1");

        assertThat(embedders.current()).isEmpty();
    }

    private Embedders embedders(EmbeddingConfig config) {
        config.enabled = true;
        config.url = Optional.empty();
        config.key = Optional.empty();
        config.model = Optional.empty();
        config.dimensions = Optional.empty();
        config.maxTokens = 512;
        config.batchSize = 32;
        config.timeout = Duration.ofSeconds(10);
        Embedders embedders = new Embedders();
        embedders.config = config;
        embedders.clock = () -> now;
        return embedders;
    }
}
