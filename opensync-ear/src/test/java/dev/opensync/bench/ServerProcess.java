package dev.opensync.bench;

import dev.opensync.harness.Build;
import dev.opensync.harness.ChildProcess;
import dev.opensync.harness.Database;
import dev.opensync.harness.Folders;
import dev.opensync.harness.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Payara Micro with one archive, started with the options of the launcher but for those of Java. */
public final class ServerProcess implements AutoCloseable {

    /** As the launcher has them: the quickest start. */
    static final List<String> LAUNCHER_OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g");

    public static final String EMAIL = "bench@example.org";
    public static final String PASSWORD = "correct horse battery staple";

    /** Of the administrator. */
    public static final String KEY = "osk_benchmarkAdministrator0000000000000000000";

    private static final String OPEN_SYNC = "bench";
    private static final String EMPTY = "bench-empty";
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int OK = 200;

    private final ChildProcess process;
    private final Path directory;
    private final URI url;
    private final double startSeconds;
    private final ProcessUse startUse;

    private ServerProcess(ChildProcess process, Path directory, URI url, String path) {
        long begin = System.nanoTime();
        this.process = process;
        this.directory = directory;
        this.url = url;
        awaitAnswer(path, begin);
        startSeconds = (System.nanoTime() - begin) / 1e9;
        startUse = ProcessUse.of(process.pid());
    }

    /** Without any files of its own; returns with the first good answer of {@code /health}. */
    public static ServerProcess openSync(Collection<String> javaOptions, Database database) {
        Folders.empty(Build.run(OPEN_SYNC));
        return openSyncAgain(javaOptions, database);
    }

    /** The same with the files, among them the search index, that the last one left. */
    public static ServerProcess openSyncAgain(Collection<String> javaOptions, Database database) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "OPENSYNC_INIT_EMAIL", EMAIL,
                "OPENSYNC_INIT_PASSWORD", PASSWORD,
                "OPENSYNC_INIT_API_KEY", KEY,
                // Measured is what the server can do, not what one key may.
                "OPENSYNC_LIMITS_READS_PER_MINUTE", "0",
                "OPENSYNC_LIMITS_SEARCHES_PER_MINUTE", "0",
                "OPENSYNC_LIMITS_ADDRESS_READS_PER_MINUTE", "0",
                "OPENSYNC_LIMITS_FAILURES_PER_MINUTE", "0"));
        environment.put("OPENSYNC_DB_URL", database.url());
        environment.put("OPENSYNC_DB_USER", database.user());
        environment.put("OPENSYNC_DB_PASSWORD", database.password());
        return start(OPEN_SYNC, javaOptions, Build.war(), environment, "/health");
    }

    /** Returns with the first good answer of its only page. */
    static ServerProcess empty(Collection<String> javaOptions, Path war) {
        Folders.empty(Build.run(EMPTY));
        return start(EMPTY, javaOptions, war, Map.of(), "/");
    }

    /** Where it runs, and below which it keeps its data. */
    public Path directory() {
        return directory;
    }

    public URI url() {
        return url;
    }

    /** So far. */
    public ProcessUse use() {
        return ProcessUse.of(process.pid());
    }

    double startSeconds() {
        return startSeconds;
    }

    /** Of the start alone. */
    public ProcessUse startUse() {
        return startUse;
    }

    @Override
    public void close() {
        process.stop();
    }

    private static ServerProcess start(
            String name, Collection<String> javaOptions, Path war, Map<String, String> environment, String path) {
        Path directory = Build.run(name);
        Path temporary = Folders.empty(directory.resolve("tmp"));
        int port = Ports.free();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(javaOptions);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of("-jar", Build.payaraMicro().toString()));
        command.addAll(List.of("--rootdir", directory.resolve("payara").toString()));
        command.addAll(List.of("--port", Integer.toString(port)));
        command.addAll(List.of("--prebootcommandfile", Build.prebootCommands().toString()));
        command.addAll(List.of("--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--minhttpthreads", "8", "--maxhttpthreads", "96"));
        command.addAll(List.of("--contextroot", "/", "--deploy", war.toString()));
        ChildProcess process = ChildProcess.start(directory, directory.resolve("server.log"), command, environment);
        return new ServerProcess(process, directory, URI.create("http://127.0.0.1:" + port), path);
    }

    private void awaitAnswer(String path, long begin) {
        try (HttpConnection connection = new HttpConnection(url, "GET " + path, null)) {
            while (connection.send(new byte[0], 0) != OK) {
                if (!process.isAlive() || System.nanoTime() - begin > START_LIMIT.toNanos()) {
                    throw new IllegalStateException("The server does not start. " + process.lastLines());
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }
}
