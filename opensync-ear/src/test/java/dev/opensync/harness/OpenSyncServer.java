package dev.opensync.harness;

import static dev.opensync.harness.Patience.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The WAR that ships, on Payara Micro in a process of its own. */
public final class OpenSyncServer implements AutoCloseable {

    /** All tests come from one address, most with one key, and none cares how busy the machine is. */
    private static final Map<String, String> PATIENT = Map.of(
            "OPENSYNC_SEARCH_MEANING_TIMEOUT", "PT60S",
            "OPENSYNC_LIMITS_READS_PER_MINUTE", "0",
            "OPENSYNC_LIMITS_SEARCHES_PER_MINUTE", "0",
            "OPENSYNC_LIMITS_ADDRESS_READS_PER_MINUTE", "0",
            "OPENSYNC_LIMITS_FAILURES_PER_MINUTE", "0");

    private final Path directory;
    private final List<String> command;
    private final Map<String, String> environment;
    private final URI baseUrl;
    private final Database database;
    private ChildProcess process;

    private OpenSyncServer(
            Path directory, List<String> command, Map<String, String> environment, int port, Database database) {
        this.database = database;
        this.directory = directory;
        this.command = command;
        this.environment = environment;
        this.baseUrl = URI.create("http://127.0.0.1:" + port);
        this.process = launch();
    }

    /**
     * Returns when {@code /health} answers, and the search too if there is a key from the start. {@code settings}: environment
     * variables on top of those of the database.
     */
    public static OpenSyncServer start(String name, Database database, Map<String, String> settings) {
        return start(name, Path.of(System.getProperty("java.home")), database, settings);
    }

    /** {@code javaHome}: the Java that runs it. */
    public static OpenSyncServer start(String name, Path javaHome, Database database, Map<String, String> settings) {
        Path directory = Folders.empty(Build.run(name));
        Path temporary = Folders.empty(directory.resolve("tmp"));
        int port = Ports.free();
        Map<String, String> environment = new HashMap<>(PATIENT);
        environment.putAll(settings);
        environment.put("OPENSYNC_DB_URL", database.url());
        environment.put("OPENSYNC_DB_USER", database.user());
        environment.put("OPENSYNC_DB_PASSWORD", database.password());
        List<String> command = new ArrayList<>(List.of(
                javaHome.resolve("bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx768m",
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                Build.payaraMicro().toString(),
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(port),
                "--prebootcommandfile",
                Build.prebootCommands().toString(),
                "--contextroot",
                "/",
                "--deploy",
                Build.war().toString()));
        OpenSyncServer server = new OpenSyncServer(directory, command, environment, port, database);
        server.awaitStart();
        return server;
    }

    /** Without a slash at the end. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** A client without credentials. */
    public ApiClient client() {
        return new ApiClient(baseUrl.toString(), null);
    }

    /** Where it runs. */
    public Path directory() {
        return directory;
    }

    /** For tests that must look behind the product. */
    public Database database() {
        return database;
    }

    public void kill() {
        process.kill();
    }

    /** On the same database and port. */
    public void restart() {
        process = launch();
        awaitStart();
    }

    @Override
    public void close() {
        process.stop();
    }

    private ChildProcess launch() {
        return ChildProcess.start(directory, directory.resolve("server.log"), command, environment);
    }

    private void awaitStart() {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        awaitAnswer(http, HttpRequest.newBuilder(baseUrl.resolve("/health")));
        String key = environment.get("OPENSYNC_INIT_API_KEY");
        if (key != null && !"false".equals(environment.get("OPENSYNC_SEARCH_ENABLED"))) {
            awaitAnswer(
                    http,
                    HttpRequest.newBuilder(baseUrl.resolve("/api/search?q=started"))
                            .header("Authorization", "Bearer " + key));
        }
    }

    private void awaitAnswer(HttpClient http, HttpRequest.Builder request) {
        HttpRequest patient = request.timeout(Duration.ofSeconds(10)).build();
        await().alias(patient.uri().toString())
                .pollInterval(Duration.ofMillis(250))
                .until(() -> answers(http, patient));
    }

    private boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException("The server ended. " + process.lastLines());
        }
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
