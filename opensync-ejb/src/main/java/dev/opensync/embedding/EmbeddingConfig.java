package dev.opensync.embedding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the meaning of texts. */
@ApplicationScoped
public class EmbeddingConfig {

    @Inject
    @ConfigProperty(name = "opensync.embedding.enabled", defaultValue = "true")
    boolean enabled;

    @Inject
    @ConfigProperty(name = "opensync.embedding.url")
    Optional<String> url;

    @Inject
    @ConfigProperty(name = "opensync.embedding.key")
    Optional<String> key;

    @Inject
    @ConfigProperty(name = "opensync.embedding.model")
    Optional<String> model;

    @Inject
    @ConfigProperty(name = "opensync.embedding.dimensions")
    Optional<Integer> dimensions;

    @Inject
    @ConfigProperty(name = "opensync.embedding.max-tokens", defaultValue = "512")
    int maxTokens;

    @Inject
    @ConfigProperty(name = "opensync.embedding.batch-size", defaultValue = "32")
    int batchSize;

    @Inject
    @ConfigProperty(name = "opensync.embedding.timeout", defaultValue = "PT10S")
    Duration timeout;

    boolean isEnabled() {
        return enabled;
    }

    /** Empty if the model inside the server is to be used. */
    Optional<EndpointSettings> endpoint() {
        return url.map(address -> new EndpointSettings(
                URI.create(address),
                key.map(String::strip),
                model.orElseThrow(() -> new IllegalArgumentException(
                        "opensync.embedding.url needs opensync.embedding.model beside it")),
                dimensions,
                maxTokens,
                batchSize,
                timeout));
    }
}
