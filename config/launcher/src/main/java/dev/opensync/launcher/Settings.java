package dev.opensync.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the launcher itself reads of the settings; all others reach the server untouched. */
public record Settings(
        String httpAddress,
        int httpPort,
        Path dataDir,
        Path databaseProgram,
        @Nullable String databaseUrl,
        @Nullable String initEmail,
        List<String> javaOptions) {

    private static final int HIGHEST_PORT = 65_535;

    public Settings {
        javaOptions = List.copyOf(javaOptions);
    }

    /**
     * System properties win over the environment, as in MicroProfile Config.
     *
     * @throws StartFailure if a value makes no sense
     */
    public static Settings from(Lookup properties, Lookup environment) {
        UnaryOperator<@Nullable String> setting = key -> {
            String property = properties.get(key);
            return property != null ? property : blankToNull(environment.get(environmentName(key)));
        };
        Path dataDir = Path.of(orElse(setting.apply("opensync.data.dir"), "data"))
                .toAbsolutePath()
                .normalize();
        String program = setting.apply("opensync.db.program-dir");
        return new Settings(
                orElse(setting.apply("opensync.http.address"), "0.0.0.0"),
                port(orElse(setting.apply("opensync.http.port"), "8080")),
                dataDir,
                program == null
                        ? dataDir.resolve("mariadb-program")
                        : Path.of(program).toAbsolutePath().normalize(),
                setting.apply("opensync.db.url"),
                setting.apply("opensync.init.email"),
                words(orElse(setting.apply("opensync.java.opts"), "")));
    }

    /** The rule of MicroProfile Config: whatever is neither letter nor digit becomes an underscore. */
    static String environmentName(String key) {
        return key.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
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

    private static String orElse(@Nullable String value, String fallback) {
        return value == null ? fallback : value;
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    /** One source of settings; null when it does not know the name. */
    @FunctionalInterface
    public interface Lookup {
        @Nullable
        String get(String name);
    }
}
