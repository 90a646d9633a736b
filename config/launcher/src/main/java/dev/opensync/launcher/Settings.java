package dev.opensync.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher itself reads of the settings, and what it hands on to the server.
 *
 * @param databaseUrl null if the embedded database is to be started
 * @param initEmail null if the first administrator is created in the browser
 * @param serverEnvironment settings that the server would not see by itself, as environment variables
 */
record Settings(
        String httpAddress,
        int httpPort,
        Path dataDir,
        Path databaseProgram,
        @Nullable String databaseUrl,
        @Nullable String initEmail,
        List<String> javaOptions,
        Map<String, String> serverEnvironment) {

    private static final int HIGHEST_PORT = 65_535;
    private static final String PREFIX = "opensync.";

    Settings {
        javaOptions = List.copyOf(javaOptions);
        serverEnvironment = Map.copyOf(serverEnvironment);
    }

    /**
     * System properties win over the environment, as in MicroProfile Config, and both over the file
     * {@code opensync.properties} of the data directory.
     *
     * @throws StartFailure if a value makes no sense
     */
    static Settings from(Map<String, String> properties, Map<String, String> environment) {
        Path dataDir = Path.of(new Sources(properties, environment, Map.of()).get("opensync.data.dir", "data"))
                .toAbsolutePath()
                .normalize();
        Map<String, String> file = read(dataDir.resolve("opensync.properties"));
        Sources sources = new Sources(properties, environment, file);
        return new Settings(
                sources.get("opensync.http.address", "0.0.0.0"),
                port(sources.get("opensync.http.port", "8080")),
                dataDir,
                Path.of(sources.get(
                                "opensync.db.program-dir",
                                dataDir.resolve("mariadb-program").toString()))
                        .toAbsolutePath()
                        .normalize(),
                sources.find("opensync.db.url"),
                sources.find("opensync.init.password") == null ? null : sources.find("opensync.init.email"),
                words(sources.get("opensync.java.opts", "")),
                forServer(properties, environment, file, dataDir));
    }

    /** The rule of MicroProfile Config: whatever is neither letter nor digit becomes an underscore. */
    static String environmentName(String key) {
        return key.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> forServer(
            Map<String, String> properties, Map<String, String> environment, Map<String, String> file, Path dataDir) {
        Map<String, String> result = new HashMap<>();
        file.forEach((key, value) -> {
            if (!environment.containsKey(environmentName(key))) {
                result.put(environmentName(key), value);
            }
        });
        properties.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                result.put(environmentName(key), value);
            }
        });
        // The server runs in a directory of its own, where a relative one would be another.
        result.put(environmentName("opensync.data.dir"), dataDir.toString());
        return result;
    }

    private static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        Properties content = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            content.load(reader);
        } catch (IOException e) {
            throw new StartFailure("Cannot be read: " + file, e);
        }
        Map<String, String> result = new HashMap<>();
        content.stringPropertyNames().forEach(key -> result.put(key, content.getProperty(key)));
        return result;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.trim());
            if (port > 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new StartFailure("OPENSYNC_HTTP_PORT is not a number: " + text);
        }
        throw new StartFailure("OPENSYNC_HTTP_PORT must be between 1 and " + HIGHEST_PORT + ": " + text);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.trim().split("\\s+", -1));
    }

    /** Blank counts as absent. */
    private record Sources(Map<String, String> properties, Map<String, String> environment, Map<String, String> file) {

        @Nullable
        String find(String key) {
            String property = properties.get(key);
            String variable = property == null ? environment.get(environmentName(key)) : property;
            String value = variable == null || variable.isBlank() ? file.get(key) : variable;
            return value == null || value.isBlank() ? null : value;
        }

        String get(String key, String fallback) {
            String value = find(key);
            return value == null ? fallback : value;
        }
    }
}
