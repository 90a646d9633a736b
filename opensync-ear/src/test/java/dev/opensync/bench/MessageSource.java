package dev.opensync.bench;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one connection sends: messages of 1 KB with ids never used before, in sessions that end after some requests. Each
 * connection has a model of its own, and so a row of daily sums of its own: nobody waits for another one's lock.
 */
final class MessageSource {

    private static final int TEXT_CHARS = 1_000;
    private static final int TEXTS = 64;
    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final String[] TEXT = texts();

    private final int batchSize;
    private final int requestsPerSession;
    private final String model;
    private final String prefix;

    private int requests;
    private int messages;

    MessageSource(int connection, int batchSize, int requestsPerSession) {
        this.batchSize = batchSize;
        this.requestsPerSession = requestsPerSession;
        model = "bench-" + connection;
        prefix = "bench-" + ProcessHandle.current().pid() + "-" + RUNS.incrementAndGet();
    }

    /** Call before each request. */
    void advance() {
        requests++;
        messages += batchSize;
    }

    int batchSize() {
        return batchSize;
    }

    String model() {
        return model;
    }

    String sessionId() {
        return prefix + "-" + (requests - 1) / requestsPerSession;
    }

    /** {@code index}: within the request. */
    String messageId(int index) {
        return prefix + "-message-" + (messages - batchSize + index);
    }

    String text(int index) {
        return TEXT[(requests + index) % TEXTS];
    }

    /** Lower case and blanks only: the same in JSON. */
    private static String[] texts() {
        Random random = new Random(TEXTS);
        String[] texts = new String[TEXTS];
        for (int i = 0; i < TEXTS; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < TEXT_CHARS) {
                int letters = 2 + random.nextInt(8);
                for (int j = 0; j < letters; j++) {
                    text.append((char) ('a' + random.nextInt(26)));
                }
                text.append(' ');
            }
            texts[i] = text.substring(0, TEXT_CHARS);
        }
        return texts;
    }
}
