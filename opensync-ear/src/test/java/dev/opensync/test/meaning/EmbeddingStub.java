package dev.opensync.test.meaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** An endpoint for embeddings that answers as many texts as it is let, and keeps what it was asked. Equal texts are equal. */
final class EmbeddingStub implements AutoCloseable {

    /** Odd on purpose. */
    private static final int DIMENSIONS = 50;

    private static final ObjectMapper JSON = new ObjectMapper();

    record Asked(String model, String text) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Semaphore allowed = new Semaphore(0);

    EmbeddingStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/embeddings", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    void allow(int requests) {
        allowed.release(requests);
    }

    /** Texts that were answered, in their order. */
    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode question = JSON.readTree(exchange.getRequestBody());
            allowed.acquire();
            ObjectNode answer = JSON.createObjectNode();
            ArrayNode data = answer.putArray("data");
            for (JsonNode text : question.get("input")) {
                asked.add(new Asked(question.get("model").asText(), text.asText()));
                ArrayNode vector =
                        data.addObject().put("index", data.size() - 1).putArray("embedding");
                for (int i = 0; i < DIMENSIONS; i++) {
                    vector.add(Math.sin(text.asText().hashCode() * (i + 1.0)));
                }
            }
            byte[] body = JSON.writeValueAsBytes(answer);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
