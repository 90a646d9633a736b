package dev.opensync.embedding;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server that gives the answers it was told, one after the other, and keeps what it was asked. */
final class VectorServer implements AutoCloseable {

    record Answer(int status, String body, String retryAfter) {}

    record Question(String path, String authorization, String body) {}

    private static final Answer SILENCE = new Answer(0, "", "");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> answers = new ArrayDeque<>();
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    VectorServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    VectorServer answers(int status, String body) {
        return answers(new Answer(status, body, ""));
    }

    VectorServer asksForAPause(int status, String retryAfter) {
        return answers(new Answer(status, "{\"error\": {\"code\": \"rate_limit_exceeded\"}}", retryAfter));
    }

    VectorServer fails(int status) {
        return answers(status, "<html>Broken</html>");
    }

    /** Sends the first line of an answer and no more. */
    VectorServer hangs() {
        return answers(SILENCE);
    }

    List<Question> questions() {
        return Collections.unmodifiableList(questions);
    }

    private synchronized VectorServer answers(Answer answer) {
        answers.add(answer);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            questions.add(new Question(
                    exchange.getRequestURI().getPath(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Answer answer = next();
            if (answer.equals(SILENCE)) {
                exchange.sendResponseHeaders(200, 0);
                closing.await();
                return;
            }
            if (!answer.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
            }
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Answer next() {
        return answers.isEmpty() ? new Answer(500, "no answer left", "") : answers.remove();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
