package dev.opensync.bench.page;

/**
 * From system properties; docs/benchmarks.md lists them.
 *
 * @param messages of one account
 * @param indexedSessions the newest ones, which the search knows
 * @param requests for each page
 */
record PageSettings(int messages, int indexedSessions, int requests) {

    static PageSettings fromSystemProperties() {
        return new PageSettings(
                setting("messages", 5_000_000), setting("indexed-sessions", 2_000), setting("requests", 100));
    }

    private static int setting(String name, int otherwise) {
        String value = System.getProperty("opensync.bench.pages." + name, "");
        return value.isBlank() ? otherwise : Integer.parseInt(value);
    }
}
