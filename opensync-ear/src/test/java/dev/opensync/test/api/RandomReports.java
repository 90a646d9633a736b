package dev.opensync.test.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** Batches about the same few sessions, with all that tools send, leave out, take back and send again. */
final class RandomReports {

    private static final int SESSIONS = 5;
    private static final int MESSAGES = 12;
    private static final long MILLIS_PER_DAY = 86_400_000;
    private static final long A_DAY = 1_706_234_567_890L;

    private final Random random;

    /** The same for the same {@code seed}. */
    RandomReports(long seed) {
        random = new Random(seed);
    }

    /** A body for {@code /sync/batch}. */
    String batch() {
        return "{\"sessions\": " + list(random.nextInt(3), this::session) + ", \"messages\": "
                + list(random.nextInt(4), this::message) + "}";
    }

    private String session() {
        StringJoiner fields = object().add("\"externalId\": \"s" + random.nextInt(SESSIONS) + "\"");
        perhaps(fields, "model", "\"gpt-5\"", "\"claude-sonnet-4\"", "\"unknown\"", "\"\"", "null");
        perhaps(fields, "provider", "\"openai\"", "\"antigravity-oauth\"", "\"unknown\"", "\"\"");
        perhaps(fields, "source", "\"cursor\"", "\"pi\"", "\"claude-code\"", "\"\"");
        perhaps(fields, "projectPath", "\"/home/a/shop\"", "\"C:\\\\work\\\\parser\"", "\"\"");
        perhaps(fields, "projectName", "\"shop\"", "\"C:\\\\work\\\\parser\"");
        perhaps(fields, "promptTokens", "0", "\"12\"", "" + random.nextInt(1000));
        perhaps(fields, "completionTokens", "0", "" + random.nextInt(1000));
        perhaps(fields, "cost", "0", "0.0245", "" + random.nextInt(9));
        perhaps(fields, "durationMs", "0", "" + random.nextInt(90_000));
        perhaps(fields, "createdAt", "" + time(), "null");
        return fields.toString();
    }

    private String message() {
        StringJoiner fields = object().add("\"sessionExternalId\": \"s" + random.nextInt(SESSIONS) + "\"")
                .add("\"externalId\": \"m" + random.nextInt(MESSAGES) + "\"")
                .add("\"role\": \"user\"");
        perhaps(fields, "textContent", "\"t" + random.nextInt(9) + "\"");
        perhaps(fields, "model", "\"gpt-5-mini\"", "\"unknown\"");
        perhaps(fields, "source", "\"factory-droid\"", "\"cursor\"");
        perhaps(fields, "promptTokens", "" + random.nextInt(100));
        perhaps(fields, "createdAt", "" + time());
        return fields.toString();
    }

    private long time() {
        return A_DAY + random.nextInt(6) * MILLIS_PER_DAY;
    }

    private void perhaps(StringJoiner fields, String name, String... values) {
        if (random.nextBoolean()) {
            fields.add("\"" + name + "\": " + values[random.nextInt(values.length)]);
        }
    }

    private static StringJoiner object() {
        return new StringJoiner(", ", "{", "}");
    }

    private static String list(int size, Supplier<String> item) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(item.get());
        }
        return "[" + String.join(", ", items) + "]";
    }
}
