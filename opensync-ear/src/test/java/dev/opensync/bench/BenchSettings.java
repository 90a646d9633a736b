package dev.opensync.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * From system properties; docs/benchmarks.md lists them.
 *
 * @param warmUp before each run
 * @param warmUpLoad how long each load of the long warm-up lasts
 * @param sections of {@code batch, message, key, start, search, pages}
 * @param keep the database is that of the last run of that kind, and stays for the next one
 * @param serverOptions Java options of the measured server
 */
record BenchSettings(
        Duration warmUp,
        Duration duration,
        int rounds,
        Duration warmUpLoad,
        Set<String> sections,
        boolean keep,
        List<String> serverOptions) {

    /** As operating.md advises for constant load. */
    private static final String SEARCHING = "-XX:+UseParallelGC -XX:+UseTransparentHugePages -Xmx1g";

    /** The plain program does not index either. */
    private static final String STORING_ALONE = SEARCHING + " -Dopensync.search.enabled=false";

    static BenchSettings fromSystemProperties() {
        return new BenchSettings(
                seconds("warm-up-seconds", "2"),
                seconds("seconds", "6"),
                Integer.parseInt(setting("rounds", "3")),
                seconds("warm-up-load-seconds", "20"),
                Set.of(setting("sections", "batch,message,key,start").split(",")),
                Boolean.parseBoolean(setting("keep", "false")),
                options(STORING_ALONE));
    }

    /** The same server with the index. */
    List<String> searchServerOptions() {
        return options(SEARCHING);
    }

    /** The index of words alone: embedding would take the processors away from the pages for days. */
    List<String> pageServerOptions() {
        return options(SEARCHING + " -Dopensync.embedding.enabled=false");
    }

    private static List<String> options(String otherwise) {
        return List.of(setting("server-options", otherwise).split(" ", -1));
    }

    private static Duration seconds(String name, String otherwise) {
        return Duration.ofMillis((long) (1000 * Double.parseDouble(setting(name, otherwise))));
    }

    private static String setting(String name, String otherwise) {
        String value = System.getProperty("opensync.bench." + name, "");
        return value.isBlank() ? otherwise : value;
    }
}
