package dev.opensync.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.opensync.embedding.Embedder;
import dev.opensync.embedding.Embedders;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What queries mean. Whoever asks is never kept waiting for it: without an answer in time the words have to do. */
@ApplicationScoped
public class Meaning {

    private static final Logger LOG = System.getLogger(Meaning.class.getName());
    private static final int QUERIES = 1_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Duration PROGRESS_REMEMBERED = Duration.ofSeconds(5);

    /** After a failure the next ones do not wait either. */
    private static final long TRUCE_NANOS = Duration.ofSeconds(10).toNanos();

    private final Cache<Asked, QueryVector> vectors = Caffeine.newBuilder()
            .maximumSize(QUERIES)
            .expireAfterWrite(REMEMBERED)
            .build();

    private final Cache<Long, Integer> percents =
            Caffeine.newBuilder().expireAfterWrite(PROGRESS_REMEMBERED).build();

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
        String text = query.meaning();
        if (text.isEmpty() || System.nanoTime() - truceUntil < 0) {
            return Optional.empty();
        }
        Future<Optional<QueryVector>> answer;
        try {
            answer = executor.submit(() -> ask(text));
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "Too many ask at the same time", e);
            return Optional.empty();
        }
        try {
            return answer.get(config.meaningTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.log(Level.DEBUG, "Searching goes by the words for a while", e);
            answer.cancel(true);
            truceUntil = System.nanoTime() + TRUCE_NANOS;
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

    private Optional<QueryVector> ask(String text) throws SQLException {
        Optional<Embedder> embedder = embedders.current();
        if (embedder.isEmpty()) {
            return Optional.empty();
        }
        Asked asked = new Asked(embedder.get().model(), text);
        QueryVector known = vectors.getIfPresent(asked);
        if (known != null) {
            return Optional.of(known);
        }
        OptionalLong model = repository.model(asked.model);
        if (model.isEmpty()) {
            return Optional.empty();
        }
        PassageCutter cutter =
                new PassageCutter(embedder.get()::tokens, embedder.get().maxTokens());
        String beginning = text.substring(0, cutter.endOfPiece(text, 0));
        float[] vector = embedder.get().embed(List.of(beginning)).get(0);
        QueryVector answer = new QueryVector(model.getAsLong(), ByteVector.of(vector));
        vectors.put(asked, answer);
        return Optional.of(answer);
    }

    /** A text and the model it was given to. */
    private record Asked(String model, String text) {}
}
