package dev.opensync.embedding;

/** One of the texts is not taken, now or later; others may be. */
public class EmbeddingRefused extends EmbeddingUnavailable {

    public EmbeddingRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
