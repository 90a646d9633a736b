package dev.opensync.harness;

import static dev.opensync.harness.Patience.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A search cluster of one node, in a process of its own. */
public final class OpenSearchNode implements AutoCloseable {

    private final Path directory;
    private final int port = Ports.free();
    private ChildProcess process;

    private OpenSearchNode(Path directory) {
        this.directory = directory;
        process = launch();
    }

    /** Returns when it can be searched. */
    public static OpenSearchNode start(String name) {
        OpenSearchNode node = new OpenSearchNode(Folders.empty(Build.run(name)));
        node.awaitHealth();
        return node;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public void kill() {
        process.kill();
    }

    /** With what it has kept. */
    public void restart() {
        process = launch();
        awaitHealth();
    }

    /** Without its answer. */
    public void delete(String index) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url() + "/" + index)).DELETE().build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }

    @Override
    public void close() {
        process.stop();
    }

    private ChildProcess launch() {
        Path programs = Build.project().resolve("config/opensearch-node");
        return ChildProcess.start(
                directory,
                directory.resolve("node.log"),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        programs.resolve("target/lib/*").toString(),
                        programs.resolve("OpenSearchNode.java").toString(),
                        directory.toString(),
                        Integer.toString(port)),
                Map.of());
    }

    private void awaitHealth() {
        HttpClient http = HttpClient.newHttpClient();
        await().pollInterval(Duration.ofMillis(250)).until(() -> answers(http));
    }

    private boolean answers(HttpClient http) throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("OpenSearch ended\n" + process.lastLines());
        }
        HttpRequest health = HttpRequest.newBuilder(URI.create(url() + "/_cluster/health?wait_for_status=yellow"))
                .build();
        try {
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
