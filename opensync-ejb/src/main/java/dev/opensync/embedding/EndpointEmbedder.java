package dev.opensync.embedding;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Vectors from an endpoint of the operator's choice. A passing failure is tried again twice; after that the endpoint is
 * left alone for a while, and meanwhile every call fails at once. A request that it refuses for itself does no harm to others.
 */
final class EndpointEmbedder implements Embedder {

    private static final int ATTEMPTS = 3;
    /** A longer pause, if the endpoint asks for it, is not waited for. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
    private static final Duration LEFT_ALONE_LONGEST = Duration.ofMinutes(5);

    private final EndpointSettings settings;
    private final EmbeddingEndpoint endpoint;
    private final WordPieces pieces;
    private final Retry retry;
    private final CircuitBreaker rest = CircuitBreaker.of("embedding", restConfig());
    private final int dimensions;

    /** Asks the endpoint for a first vector if the settings do not say how many components it has. */
    EndpointEmbedder(EndpointSettings settings, EmbeddingEndpoint endpoint, WordPieces pieces, Duration firstPause) {
        this.settings = settings;
        this.endpoint = endpoint;
        this.pieces = pieces;
        this.retry = Retry.of("embedding", retryConfig(firstPause));
        this.dimensions = settings.dimensions().orElseGet(this::askForDimensions);
    }

    /** Two endpoints may call different models by one name. */
    @Override
    public String model() {
        return settings.model() + ":" + dimensions + "@" + settings.code();
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public int maxTokens() {
        return settings.maxTokens();
    }

    /** Half as many again as a small vocabulary needs: those of other models cut code, and white space, otherwise. */
    @Override
    public int tokens(String text) {
        return (int) Math.ceil(1.5 * pieces.countAtMost(text));
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        texts.forEach(this::requireFitting);
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (int from = 0; from < texts.size(); from += settings.batchSize()) {
            int to = Math.min(texts.size(), from + settings.batchSize());
            vectors.addAll(ask(texts.subList(from, to)));
        }
        vectors.forEach(this::requireDimensions);
        vectors.forEach(Vectors::unit);
        return vectors;
    }

    private void requireFitting(String text) {
        int tokens = tokens(text);
        if (tokens > settings.maxTokens()) {
            throw new IllegalArgumentException(
                    "A text of about " + tokens + " tokens is more than " + settings.maxTokens());
        }
    }

    private void requireDimensions(float[] vector) {
        if (vector.length != dimensions) {
            throw new EmbeddingUnavailable(
                    settings + " answered a vector of " + vector.length + " components instead of " + dimensions);
        }
    }

    private int askForDimensions() {
        return ask(List.of("length")).get(0).length;
    }

    private List<float[]> ask(List<String> texts) {
        try {
            return rest.executeSupplier(() -> retry.executeSupplier(() -> endpoint.vectors(texts)));
        } catch (CallNotPermittedException e) {
            throw new EmbeddingUnavailable(settings + " failed and is left alone for a while", e);
        } catch (EndpointFailure e) {
            if (e.retryAfter().compareTo(LEFT_ALONE) > 0) {
                rest.transitionToOpenStateFor(e.retryAfter());
            }
            throw e.isOfRequest() ? new EmbeddingRefused(e.reason(), e) : new EmbeddingUnavailable(e.reason(), e);
        }
    }

    private static RetryConfig retryConfig(Duration firstPause) {
        IntervalFunction backOff = IntervalFunction.ofExponentialRandomBackoff(firstPause, 2, 0.5, LONGEST_PAUSE);
        return RetryConfig.custom()
                .maxAttempts(ATTEMPTS)
                .retryOnException(EndpointEmbedder::isWorthAnAttempt)
                .intervalBiFunction((attempt, outcome) -> Math.max(
                        backOff.apply(attempt), retryAfter(outcome.getLeft()).toMillis()))
                .build();
    }

    private static boolean isWorthAnAttempt(Throwable thrown) {
        return thrown instanceof EndpointFailure failure
                && failure.isPassing()
                && failure.retryAfter().compareTo(LONGEST_PAUSE) <= 0;
    }

    private static Duration retryAfter(Throwable thrown) {
        return thrown instanceof EndpointFailure failure ? failure.retryAfter() : Duration.ZERO;
    }

    private static CircuitBreakerConfig restConfig() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(1)
                .minimumNumberOfCalls(1)
                .failureRateThreshold(100)
                .ignoreException(thrown -> thrown instanceof EndpointFailure failure && failure.saysNothingOfOthers())
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(
                        IntervalFunction.ofExponentialBackoff(LEFT_ALONE, 2, LEFT_ALONE_LONGEST))
                .build();
    }
}
