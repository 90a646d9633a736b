package dev.opensync.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The sentence model that comes with the server and runs inside it; each call works on its caller's thread. */
final class LocalEmbedder implements Embedder, AutoCloseable {

    private static final Logger LOG = System.getLogger(LocalEmbedder.class.getName());
    private static final int MARKS = 2;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;
    private final ReadWriteLock closing = new ReentrantReadWriteLock();
    private boolean closed;

    private LocalEmbedder(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /** Takes about a second. */
    static LocalEmbedder load() throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(LocalModel.network(), options);
            return new LocalEmbedder(environment, session, LocalModel.vocabulary());
        }
    }

    @Override
    public String model() {
        return LocalModel.NAME;
    }

    @Override
    public int dimensions() {
        return LocalModel.DIMENSIONS;
    }

    @Override
    public int maxTokens() {
        return LocalModel.MAX_TOKENS;
    }

    @Override
    public int tokens(String text) {
        return pieces.ids(text).length - MARKS;
    }

    /** One after the other: padding them to one length would change their vectors. */
    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(this::embed).toList();
    }

    private float[] embed(String text) {
        long[] ids = pieces.ids(text);
        if (ids.length - MARKS > LocalModel.MAX_TOKENS) {
            throw new IllegalArgumentException(
                    "A text of " + (ids.length - MARKS) + " tokens is more than " + LocalModel.MAX_TOKENS);
        }
        closing.readLock().lock();
        try {
            if (closed) {
                throw new EmbeddingUnavailable("The server is stopping");
            }
            return Vectors.unit(mean(states(ids)));
        } catch (OrtException e) {
            throw new EmbeddingUnavailable("The sentence model failed", e);
        } finally {
            closing.readLock().unlock();
        }
    }

    /** What the model makes of each token in its surroundings. */
    private float[][] states(long[] ids) throws OrtException {
        long[] allCount = new long[ids.length];
        Arrays.fill(allCount, 1);
        try (OnnxTensor tokens = tensor(ids);
                OnnxTensor attention = tensor(allCount);
                OnnxTensor sentence = tensor(new long[ids.length]);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", tokens, "attention_mask", attention, "token_type_ids", sentence))) {
            return ((float[][][]) result.get(0).getValue())[0];
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    private static float[] mean(float[][] states) {
        float[] mean = new float[LocalModel.DIMENSIONS];
        for (float[] state : states) {
            for (int i = 0; i < LocalModel.DIMENSIONS; i++) {
                mean[i] += state[i] / states.length;
            }
        }
        return mean;
    }

    /** Waits for the text that is being worked on. */
    @Override
    public void close() {
        closing.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            LOG.log(Level.WARNING, "The sentence model could not be closed", e);
        } finally {
            closing.writeLock().unlock();
        }
    }
}
