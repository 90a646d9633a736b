package dev.opensync.bench.search;

/**
 * From system properties; docs/benchmarks.md lists them.
 *
 * @param vectors synthetic ones, each of a message
 * @param sample messages that the real model embeds
 * @param questions of each class to the server and to SQLite
 * @param ripgrepQuestions of each class, fewer, as it takes long
 * @param again true to ask the history that the last run has built
 */
record HistorySettings(int messages, int vectors, int sample, int questions, int ripgrepQuestions, boolean again) {

    /** Their index takes far longer to build than that of the words. */
    private static final int VECTOR_PART = 5;

    static HistorySettings fromSystemProperties() {
        int messages = setting("messages", 1_000_000);
        return new HistorySettings(
                messages,
                setting("vectors", messages / VECTOR_PART),
                setting("sample", 1_000),
                setting("questions", 300),
                setting("ripgrep-questions", 10),
                Boolean.getBoolean("opensync.bench.search.again"));
    }

    int sessionsWithVectors() {
        return vectors / GeneratedHistory.MESSAGES_PER_SESSION;
    }

    int sessionsOfSample() {
        return sample / GeneratedHistory.MESSAGES_PER_SESSION;
    }

    private static int setting(String name, int otherwise) {
        String value = System.getProperty("opensync.bench.search." + name, "");
        return value.isBlank() ? otherwise : Integer.parseInt(value);
    }
}
