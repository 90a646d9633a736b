package dev.opensync.embedding;

import dev.opensync.shared.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Which endpoint is asked for vectors, and how.
 *
 * @param url up to the part before {@code /embeddings}
 * @param dimensions asked for, where the model offers several; otherwise what it answers counts
 */
record EndpointSettings(
        URI url,
        Optional<String> key,
        String model,
        Optional<Integer> dimensions,
        int maxTokens,
        int batchSize,
        Duration timeout) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int CODE_BYTES = 6;

    EndpointSettings {
        require(
                url.getScheme() != null && SCHEMES.contains(url.getScheme()) && url.getHost() != null,
                "opensync.embedding.url is not a http or https address");
        require(
                key.stream().flatMapToInt(String::chars).allMatch(character -> character > ' ' && character < 0x7f),
                "opensync.embedding.key holds characters that no header can carry");
        require(dimensions.orElse(1) > 0, "opensync.embedding.dimensions is not positive");
        require(maxTokens > 0, "opensync.embedding.max-tokens is not positive");
        require(batchSize > 0, "opensync.embedding.batch-size is not positive");
        require(timeout.toMillis() > 0, "opensync.embedding.timeout is not positive");
    }

    URI embeddings() {
        return URI.create(url.toString().replaceFirst("/+$", "") + "/embeddings");
    }

    /** Tells endpoints apart. */
    String code() {
        byte[] hash = Sha256.digest().digest(embeddings().toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, CODE_BYTES);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return model + " at " + url.getHost();
    }

    private static void require(boolean fact, String otherwise) {
        if (!fact) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
