package dev.opensync.embedding;

import ai.onnxruntime.OrtException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the embedder this server uses. It is made when first asked for, so that starting does not wait for it. */
@ApplicationScoped
public class Embedders {

    private static final Logger LOG = System.getLogger(Embedders.class.getName());
    private static final Duration BEFORE_NEXT_ATTEMPT = Duration.ofMinutes(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    @Inject
    EmbeddingConfig config;

    @Inject
    InstantSource clock;

    private volatile @Nullable Embedder embedder;
    private volatile Instant nextAttempt = Instant.EPOCH;
    private @Nullable String lastFailure;
    private boolean closed;

    /** Empty while meaning is switched off or its model cannot be loaded. The first call takes a second or more. */
    public Optional<Embedder> current() {
        if (!config.isEnabled()) {
            return Optional.empty();
        }
        if (embedder == null && !clock.instant().isBefore(nextAttempt)) {
            load();
        }
        return Optional.ofNullable(embedder);
    }

    private synchronized void load() {
        if (closed || embedder != null || clock.instant().isBefore(nextAttempt)) {
            return;
        }
        try {
            embedder = configured();
            lastFailure = null;
            LOG.log(Level.INFO, "Search by meaning uses the model {0}", embedder.model());
        } catch (EmbeddingUnavailable | IllegalArgumentException e) {
            failed(String.valueOf(e.getMessage()));
        } catch (IOException | OrtException | LinkageError e) {
            failed("the model inside the server cannot be loaded: " + e);
        }
    }

    private Embedder configured() throws IOException, OrtException {
        Optional<EndpointSettings> endpoint = config.endpoint();
        if (endpoint.isEmpty()) {
            return LocalEmbedder.load();
        }
        EndpointSettings settings = endpoint.get();
        return new EndpointEmbedder(
                settings, new EmbeddingEndpoint(settings, clock), LocalModel.vocabulary(), FIRST_PAUSE);
    }

    private void failed(String reason) {
        nextAttempt = clock.instant().plus(BEFORE_NEXT_ATTEMPT);
        if (!reason.equals(lastFailure)) {
            LOG.log(Level.WARNING, "There is no search by meaning until this is mended: {0}", reason);
            lastFailure = reason;
        }
    }

    @PreDestroy
    synchronized void close() {
        closed = true;
        if (embedder instanceof LocalEmbedder local) {
            local.close();
        }
        embedder = null;
    }
}
