package dev.opensync.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    @Inject
    @ConfigProperty(name = "opensync.search.backend", defaultValue = "lucene")
    String backend;

    @Inject
    @ConfigProperty(name = "opensync.search.url")
    Optional<String> urls;

    @Inject
    @ConfigProperty(name = "opensync.search.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "opensync.search.password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "opensync.search.api-key")
    Optional<String> apiKey;

    @Inject
    @ConfigProperty(name = "opensync.search.ca-file")
    Optional<String> caFile;

    @Inject
    @ConfigProperty(name = "opensync.search.index-prefix", defaultValue = "opensync")
    String indexPrefix;

    Duration meaningTimeout() {
        return meaningTimeout;
    }

    boolean isEnabled() {
        return enabled;
    }

    String backend() {
        return backend;
    }

    /** Fails if the settings make no sense. {@code installation}: by which the indexes of several are told apart on a cluster. */
    IndexHome home(String installation) {
        return switch (backend) {
            case "lucene" -> new LuceneHome(indexDirectory());
            case "opensearch", "elasticsearch" -> clusterHome(installation);
            default ->
                throw new IllegalStateException(
                        "opensync.search.backend must be lucene, opensearch or elasticsearch, not " + backend);
        };
    }

    private IndexHome clusterHome(String installation) {
        String addresses = urls.orElseThrow(() -> new IllegalStateException(
                "opensync.search.backend=" + backend + " needs opensync.search.url, such as http://localhost:9200"));
        return new ClusterHome(
                List.of(addresses.strip().split("\\s*,\\s*")),
                new ClusterAccess(user, password, apiKey, caFile.map(Path::of)),
                new ClusterLayout(indexPrefix + "-" + installation));
    }

    private Path indexDirectory() {
        return indexDirectory
                .map(Path::of)
                .orElseGet(() -> Path.of(dataDirectory, "index"))
                .toAbsolutePath();
    }
}
