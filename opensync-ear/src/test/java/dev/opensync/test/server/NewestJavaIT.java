package dev.opensync.test.server;

import static dev.opensync.test.api.JsonFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServers;
import dev.opensync.test.api.Synced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The product is built for Java 17; the newest long-term release must run it too. */
@SystemTest
class NewestJavaIT {

    private static final String KEY = "osk_newestJavaTestsAdministrator000000000000";
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");
    private static final Pattern NEWEST = Pattern.compile(".*\\b25\\b.*");

    private final TestServers servers;

    NewestJavaIT(TestServers servers) {
        this.servers = servers;
    }

    @Test
    void runsTheProduct() throws IOException {
        Optional<Path> java = newestJava();
        Assumptions.assumeTrue(java.isPresent(), "There is no Java 25 below " + INSTALLED);
        Map<String, String> settings = Map.of(
                "OPENSYNC_INIT_EMAIL", "admin@example.org",
                "OPENSYNC_INIT_PASSWORD", "correct horse battery staple",
                "OPENSYNC_INIT_API_KEY", KEY);

        try (OpenSyncServer server =
                OpenSyncServer.start("newest-java", java.get(), servers.schema("newest_java"), settings)) {
            ApiClient api = server.client().withToken(KEY);
            String id = Synced.newId();
            assertThat(api.post("/sync/session", "{\"externalId\": \"" + id + "\", \"title\": \"New\"}")
                            .status())
                    .isEqualTo(200);
            assertFields(Synced.read(api, id).session(), """
                    {"title": "New"}""");
            assertThat(api.anonymous().get("/login.xhtml").status()).isEqualTo(200);
        }
    }

    private static Optional<Path> newestJava() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(INSTALLED)) {
            List<Path> matching = homes.filter(home ->
                            NEWEST.matcher(String.valueOf(home.getFileName())).matches())
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .sorted(Comparator.naturalOrder())
                    .toList();
            return matching.stream().findFirst();
        }
    }
}
