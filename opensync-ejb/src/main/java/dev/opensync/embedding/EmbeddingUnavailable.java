package dev.opensync.embedding;

/** Says in plain words why no vectors can be had now; asking again later may help. */
public class EmbeddingUnavailable extends RuntimeException {

    public EmbeddingUnavailable(String message) {
        super(message);
    }

    public EmbeddingUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
