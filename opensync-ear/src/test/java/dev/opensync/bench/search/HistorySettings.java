package dev.opensync.bench.search;

/**
 * From system properties; docs/benchmarks.md lists them.
 *
 * @param questions of each class to the server and to SQLite
 * @param ripgrepQuestions of each class, fewer, as it takes long
 */
record HistorySettings(int messages, int questions, int ripgrepQuestions) {

    static HistorySettings fromSystemProperties() {
        return new HistorySettings(
                setting("messages", 1_000_000), setting("questions", 300), setting("ripgrep-questions", 10));
    }

    private static int setting(String name, int otherwise) {
        String value = System.getProperty("opensync.bench.search." + name, "");
        return value.isBlank() ? otherwise : Integer.parseInt(value);
    }
}
