package dev.opensync.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The launcher as a person starts it: a process of its own with a terminal, here a file. */
final class RunningLauncher implements AutoCloseable {

    /** Above the launcher's own, so that its reason is seen. */
    private static final long LIMIT_SECONDS = 330;

    private static final Path DISTRIBUTION =
            Path.of(System.getProperty("opensync.test.distribution", "target/opensync"));

    private final Process process;
    private final Path output;
    private final int port;

    private RunningLauncher(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    static RunningLauncher start(Path dataDir, Path program, int port, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        DISTRIBUTION.resolve("opensync-launcher.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENSYNC_"));
        builder.environment()
                .putAll(Map.of(
                        "OPENSYNC_DATA_DIR", dataDir.toString(),
                        "OPENSYNC_DB_PROGRAM_DIR", program.toString(),
                        "OPENSYNC_HTTP_PORT", Integer.toString(port),
                        "OPENSYNC_JAVA_OPTS", "-Xmx512m"));
        return new RunningLauncher(builder.start(), output, port);
    }

    RunningLauncher awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!output().contains("OpenSync runs at")) {
            if (process.waitFor(200, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new AssertionError("Not ready: " + output());
            }
        }
        return this;
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("Still running.");
        }
        return process.exitValue();
    }

    /** As systemd or a closing terminal does. */
    int terminate() throws InterruptedException {
        process.destroy();
        return awaitExit();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    Process process() {
        return process;
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    int healthStatus(String host) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + "/health"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
