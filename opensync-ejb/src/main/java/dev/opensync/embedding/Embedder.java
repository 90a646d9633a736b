package dev.opensync.embedding;

import java.util.List;

/** Turns texts into vectors whose angle tells how near their meanings are. */
public interface Embedder {

    /** Name of the model and of everything that changes its vectors; vectors of other names never mix with it. */
    String model();

    /** How many components each vector has. */
    int dimensions();

    /** The largest text that is taken in whole; counted by {@link #tokens}. */
    int maxTokens();

    /** How much of {@link #maxTokens} the text takes; for a model elsewhere an estimate on the safe side. */
    int tokens(String text);

    /**
     * One vector of unit length for each text, in their order. Fails with {@link IllegalArgumentException} if a text is
     * larger than {@link #maxTokens}, and with {@link EmbeddingUnavailable} if it cannot answer now;
     * that is an {@link EmbeddingRefused} if it is for one of these texts.
     */
    List<float[]> embed(List<String> texts);
}
