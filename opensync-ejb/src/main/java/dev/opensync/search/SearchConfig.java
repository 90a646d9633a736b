package dev.opensync.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the search. */
@ApplicationScoped
public class SearchConfig {

    @Inject
    @ConfigProperty(name = "opensync.data.dir", defaultValue = "data")
    String dataDirectory;

    @Inject
    @ConfigProperty(name = "opensync.search.index-dir")
    Optional<String> indexDirectory;

    @Inject
    @ConfigProperty(name = "opensync.search.enabled", defaultValue = "true")
    boolean enabled;

    @Inject
    @ConfigProperty(name = "opensync.search.meaning-timeout", defaultValue = "PT1S")
    Duration meaningTimeout;

    Duration meaningTimeout() {
        return meaningTimeout;
    }

    boolean isEnabled() {
        return enabled;
    }

    IndexHome home() {
        return new LuceneHome(indexDirectory());
    }

    private Path indexDirectory() {
        return indexDirectory
                .map(Path::of)
                .orElseGet(() -> Path.of(dataDirectory, "index"))
                .toAbsolutePath();
    }
}
