package dev.opensync.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.opensync.embedding.Embedder;
import dev.opensync.embedding.EmbeddingRefused;
import dev.opensync.embedding.EmbeddingUnavailable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Has texts embedded, several together. Those that an embedder does not take while it takes others are set aside, so that
 * they keep nobody waiting: they get no vector.
 */
final class TextEmbedding {

    private static final Logger LOG = System.getLogger(TextEmbedding.class.getName());
    private static final int TEXTS_AT_A_TIME = 16;
    private static final int ATTEMPTS = 3;
    private static final int REMEMBERED = 10_000;

    /** If an embedder does not take this one either, it is not for the texts. */
    private static final List<String> HARMLESS = List.of("a word");

    private final Embedder embedder;
    private final Pace pace;
    private final Cache<TextHash, Integer> failures = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();
    private boolean careful;

    TextEmbedding(Embedder embedder, Pace pace) {
        this.embedder = embedder;
        this.pace = pace;
    }

    Embedder embedder() {
        return embedder;
    }

    /** The last texts failed: now they are given one at a time, to find out which of them it is. */
    boolean isCareful() {
        return careful;
    }

    /** {@code between}: done before each call of the embedder. */
    Map<TextHash, byte[]> vectors(Map<TextHash, String> texts, Step between) throws SQLException {
        List<TextHash> hashes = texts.keySet().stream()
                .filter(hash -> failures.asMap().getOrDefault(hash, 0) < ATTEMPTS)
                .toList();
        Map<TextHash, byte[]> vectors = new LinkedHashMap<>();
        if (careful && !hashes.isEmpty()) {
            between.run();
            embedder.embed(HARMLESS);
        }
        int together = careful ? 1 : TEXTS_AT_A_TIME;
        for (int start = 0; start < hashes.size(); start += together) {
            add(hashes.subList(start, Math.min(start + together, hashes.size())), texts, vectors, between);
        }
        careful = false;
        return vectors;
    }

    private void add(List<TextHash> hashes, Map<TextHash, String> texts, Map<TextHash, byte[]> vectors, Step between)
            throws SQLException {
        between.run();
        long begin = System.nanoTime();
        try {
            List<float[]> embedded =
                    embedder.embed(hashes.stream().map(texts::get).toList());
            for (int i = 0; i < hashes.size(); i++) {
                vectors.put(hashes.get(i), ByteVector.of(embedded.get(i)));
            }
        } catch (EmbeddingRefused | IllegalArgumentException e) {
            if (hashes.size() > 1) {
                for (TextHash hash : hashes) {
                    add(List.of(hash), texts, vectors, between);
                }
            } else {
                embedder.embed(HARMLESS);
                setAside(hashes.get(0), String.valueOf(e.getMessage()));
            }
        } catch (EmbeddingUnavailable e) {
            if (careful) {
                failed(hashes.get(0), String.valueOf(e.getMessage()));
            }
            careful = true;
            throw e;
        }
        pace.rest(System.nanoTime() - begin);
    }

    /** The harmless text was taken just before. */
    private void failed(TextHash hash, String reason) {
        if (failures.asMap().merge(hash, 1, Integer::sum) >= ATTEMPTS) {
            setAside(hash, reason);
        }
    }

    private void setAside(TextHash hash, String reason) {
        LOG.log(
                Level.WARNING,
                "One text is not embedded and so not found by its meaning, only by its words: {0}",
                reason);
        failures.put(hash, ATTEMPTS);
    }

    /** What has to be done once in a while. */
    @FunctionalInterface
    interface Step {
        void run() throws SQLException;
    }
}
