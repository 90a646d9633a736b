package dev.opensync.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.opensync.embedding.Embedder;
import dev.opensync.embedding.Embedders;
import dev.opensync.embedding.EmbeddingRefused;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What queries mean. Whoever asks is never kept waiting for it: without an answer in time the words have to do. */
@ApplicationScoped
public class Meaning {

    private static final Logger LOG = System.getLogger(Meaning.class.getName());
    private static final int QUERIES = 1_000;
    private static final int AT_THE_SAME_TIME = 16;

    /** More than a model takes in. */
    private static final int LONGEST_QUERY = 4_000;

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Duration PROGRESS_REMEMBERED = Duration.ofSeconds(5);

    /** After a failure the next ones do not wait either. */
    private static final long TRUCE_NANOS = Duration.ofSeconds(10).toNanos();

    // Evictions are small work; the common pool's threads would outlive the application.
    private final Cache<String, QueryVector> vectors = Caffeine.newBuilder()
            .maximumSize(QUERIES)
            .expireAfterWrite(REMEMBERED)
            .executor(Runnable::run)
            .build();

    private final Cache<Long, Integer> percents = Caffeine.newBuilder()
            .expireAfterWrite(PROGRESS_REMEMBERED)
            .executor(Runnable::run)
            .build();

    private final Semaphore places = new Semaphore(AT_THE_SAME_TIME);

    @Inject
    Embedders embedders;

    @Inject
    MeaningRepository repository;

    @Inject
    SearchConfig config;

    @Resource
    ManagedExecutorService executor;

    private volatile long truceUntil = System.nanoTime();

    /** Empty if it means nothing, or if it cannot be told soon. */
    Optional<QueryVector> of(SearchQuery query) {
        String text = beginning(Passage.meaningOf(query.meaning()));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        QueryVector known = vectors.getIfPresent(text);
        if (known != null || System.nanoTime() - truceUntil < 0) {
            return Optional.ofNullable(known);
        }
        Optional<Future<Optional<QueryVector>>> answer = submit(text);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        try {
            return answer.get().get(config.meaningTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It goes on, and who asks the same again later has its answer.
            LOG.log(Level.DEBUG, "Searching goes by the words for a while", e);
            truceUntil = System.nanoTime() + TRUCE_NANOS;
        } catch (ExecutionException e) {
            LOG.log(Level.DEBUG, "This search goes by the words", e);
            if (!(e.getCause() instanceof EmbeddingRefused)) {
                truceUntil = System.nanoTime() + TRUCE_NANOS;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** How much of what was said can be found by this model, in percent. */
    int percent(long modelId) {
        return percents.get(modelId, id -> {
            try {
                return repository.percent(id);
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "The progress cannot be told", e);
                return 0;
            }
        });
    }

    /** Empty if too many are asking. */
    private Optional<Future<Optional<QueryVector>>> submit(String text) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(executor.submit(() -> {
                try {
                    return ask(text);
                } finally {
                    places.release();
                }
            }));
        } catch (RejectedExecutionException e) {
            places.release();
            LOG.log(Level.DEBUG, "Too many ask at the same time", e);
            return Optional.empty();
        }
    }

    private Optional<QueryVector> ask(String text) throws SQLException {
        Optional<Embedder> embedder = embedders.current();
        if (embedder.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong model = repository.model(embedder.get().model());
        if (model.isEmpty()) {
            return Optional.empty();
        }
        PassageCutter cutter =
                new PassageCutter(embedder.get()::tokens, embedder.get().maxTokens());
        String taken = text.substring(0, cutter.endOfPiece(text, 0));
        float[] vector = embedder.get().embed(List.of(taken)).get(0);
        QueryVector answer = new QueryVector(model.getAsLong(), ByteVector.of(vector));
        vectors.put(text, answer);
        return Optional.of(answer);
    }

    private static String beginning(String text) {
        if (text.length() <= LONGEST_QUERY) {
            return text;
        }
        return text.substring(
                0, Character.isLowSurrogate(text.charAt(LONGEST_QUERY)) ? LONGEST_QUERY - 1 : LONGEST_QUERY);
    }
}
