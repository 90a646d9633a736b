package dev.opensync.test.durability;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Several clients that post without pause, each to sessions of its own, and remember what was acknowledged. */
final class Load {

    private static final System.Logger LOG = System.getLogger(Load.class.getName());
    private static final int SINGLE_SENDERS = 4;
    private static final int BATCH_SENDERS = 2;
    private static final int BATCH_SIZE = 20;

    private final ApiClient api;
    private final ExecutorService senders = Executors.newFixedThreadPool(SINGLE_SENDERS + BATCH_SENDERS);
    private final Map<String, Map<String, String>> textsBySession = new ConcurrentHashMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private volatile boolean running = true;

    private Load(ApiClient api) {
        this.api = api;
    }

    static Load start(ApiClient api) {
        Load load = new Load(api);
        for (int sender = 0; sender < SINGLE_SENDERS; sender++) {
            load.senders.execute(() -> load.repeat(load::sendOne));
        }
        for (int sender = 0; sender < BATCH_SENDERS; sender++) {
            load.senders.execute(() -> load.repeat(load::sendMany));
        }
        return load;
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** Acknowledged texts by message id, by session id. */
    Map<String, Map<String, String>> textsBySession() {
        return textsBySession;
    }

    void stop() throws InterruptedException {
        running = false;
        senders.shutdown();
        if (!senders.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("A sender hangs");
        }
    }

    private void repeat(Sending sending) {
        String session = UUID.randomUUID().toString();
        for (int n = 0; running; n++) {
            sendUnlessDown(sending, session, n);
        }
    }

    /** What is not answered was not acknowledged, so nothing is promised. */
    private static void sendUnlessDown(Sending sending, String session, int n) {
        try {
            sending.send(session, n);
        } catch (UncheckedIOException unanswered) {
            LOG.log(System.Logger.Level.DEBUG, "Not answered", unanswered);
        }
    }

    private void sendOne(String session, int n) {
        String id = "single-" + n;
        ApiResponse answer = api.post("/sync/message", message(session, id));
        if (answer.status() == 200) {
            remember(session, List.of(id));
        }
    }

    private void sendMany(String session, int n) {
        List<String> ids = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < BATCH_SIZE; i++) {
            String id = "batch-" + n + "-" + i;
            ids.add(id);
            messages.add(message(session, id));
        }
        ApiResponse answer = api.post(
                "/sync/batch",
                "{\"sessions\": [{\"externalId\": \"" + session + "\", \"model\": \"m\", \"promptTokens\": " + (n + 1)
                        + "}], \"messages\": [" + String.join(",", messages) + "]}");
        if (answer.status() == 200 && answer.json().get("errors").isEmpty()) {
            remember(session, ids);
        }
    }

    private void remember(String session, List<String> ids) {
        Map<String, String> texts = textsBySession.computeIfAbsent(session, key -> new ConcurrentHashMap<>());
        ids.forEach(id -> texts.put(id, text(session, id)));
        acknowledged.addAndGet(ids.size());
    }

    private static String message(String session, String id) {
        return "{\"sessionExternalId\": \"" + session + "\", \"externalId\": \"" + id
                + "\", \"role\": \"assistant\", \"textContent\": \"" + text(session, id) + "\"}";
    }

    private static String text(String session, String id) {
        return ("text of " + id + " in " + session + " ").repeat(10);
    }

    /** Sends the request number {@code n} for one session. */
    private interface Sending {
        void send(String session, int n);
    }
}
