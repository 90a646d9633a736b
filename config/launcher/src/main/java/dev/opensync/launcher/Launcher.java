package dev.opensync.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The run from the first check to the last process: lock, port, database, server, and back in reverse order.
 *
 * <p>Steps and {@link #stop} exclude each other, so that a stop during the start finds everything that was started.
 */
public final class Launcher {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration BETWEEN_SIGNS_OF_LIFE = Duration.ofSeconds(10);
    private static final int OK = 0;
    private static final int FAILED = 1;

    private final Settings settings;
    private final Distribution distribution;
    private final PrintStream console;

    private @Nullable DataDirectory data;
    private @Nullable EmbeddedDatabase database;
    private @Nullable PayaraMicro server;
    private boolean stopping;
    private int exitCode = OK;

    Launcher(Settings settings, Distribution distribution, PrintStream console) {
        this.settings = settings;
        this.distribution = distribution;
        this.console = console;
    }

    /** Runs until it is stopped by a signal (exit code 0) or by a failure (exit code 1, reason in one line). */
    public static void main(String[] args) {
        // The one program here that talks to a person at a terminal.
        PrintStream console = System.out;
        try {
            Settings settings = Settings.from(systemProperties(), System.getenv());
            Launcher launcher = new Launcher(settings, Distribution.ofThisProgram(), console);
            Runtime.getRuntime().addShutdownHook(new Thread(launcher::stopAndHalt, "stop"));
            launcher.run();
        } catch (RuntimeException | Error failure) {
            console.println(reason(failure));
            System.exit(FAILED);
        }
    }

    void run() {
        long begin = System.nanoTime();
        try {
            boolean firstStart = startAll();
            awaitServer();
            welcome(firstStart, Duration.ofNanos(System.nanoTime() - begin));
            awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail("OpenSync was interrupted.");
        } catch (RuntimeException | Error failure) {
            // Whatever it is: uncaught, it would be pages of text and, after the clean stop, the exit code of success.
            fail(reason(failure));
        }
        System.exit(FAILED);
    }

    /** Server first, so that no request meets a missing database. */
    synchronized void stop() {
        stopping = true;
        DataDirectory directory = data;
        if (directory != null) {
            evenOnAFullDisk(directory::announceStop);
        }
        if (server != null) {
            server.stop();
        }
        if (database != null) {
            database.stop();
        }
        if (directory != null) {
            evenOnAFullDisk(directory::close);
        }
    }

    /** A note that cannot be written must not keep the processes running. */
    private void evenOnAFullDisk(Runnable note) {
        try {
            note.run();
        } catch (UncheckedIOException failure) {
            exitCode = FAILED;
            console.println(reason(failure));
        }
    }

    private void stopAndHalt() {
        boolean running;
        synchronized (this) {
            running = server != null && exitCode == OK;
            stopping = true;
        }
        if (running) {
            console.println("Stopping ...");
        }
        stop();
        if (running) {
            console.println("Stopped. All data is kept in " + settings.dataDir());
        }
        console.flush();
        // Not the code of the signal: being stopped is how a run is meant to end.
        Runtime.getRuntime().halt(exitCode);
    }

    private boolean startAll() {
        Map<String, String> environment = new HashMap<>(settings.serverEnvironment());
        step(() -> data = DataDirectory.open(settings.dataDir()));
        DataDirectory directory = Objects.requireNonNull(data);
        refuseLeftovers(directory);
        refuseTakenPort();
        directory
                .pidOfCrashedRun()
                .ifPresent(pid -> console.println(
                        "The last run (pid " + pid + ") ended without a clean stop. The database repairs itself now."));
        directory.announceRun();
        directory.emptyScratch();
        boolean firstStart = settings.databaseUrl() == null && startDatabase(directory, environment);
        console.println("Starting the server on port " + settings.httpPort() + " ...");
        step(() -> {
            PayaraMicro started =
                    PayaraMicro.start(settings, distribution, directory.scratch(), directory.logs(), environment);
            server = started;
            directory.processes().add("server", started.process().toHandle());
        });
        return firstStart;
    }

    /** True if there was none before. */
    private boolean startDatabase(DataDirectory directory, Map<String, String> environment) {
        boolean firstStart = !EmbeddedDatabase.exists(directory);
        Path program = settings.databaseProgram();
        if (firstStart) {
            console.println("Creating the database in " + settings.dataDir() + " ...");
        } else {
            console.println("Starting the database ...");
        }
        DatabaseProgram.unpack(program);
        EmbeddedDatabase.install(program, directory);
        step(() -> {
            EmbeddedDatabase started = EmbeddedDatabase.start(program, directory);
            database = started;
            directory.processes().add("database", started.process().toHandle());
        });
        EmbeddedDatabase started = Objects.requireNonNull(database);
        started.awaitReady();
        environment.put("OPENSYNC_DB_URL", started.url());
        environment.put("OPENSYNC_DB_USER", started.user());
        environment.put("OPENSYNC_DB_PASSWORD", started.password());
        return firstStart;
    }

    private void awaitServer() throws InterruptedException {
        PayaraMicro started = Objects.requireNonNull(server);
        long begin = System.nanoTime();
        long signOfLife = begin;
        while (!started.answers()) {
            long now = System.nanoTime();
            if (!started.process().isAlive()) {
                throw new StartFailure("The server ended while it started. See " + serverLog());
            }
            if (now - begin > START_LIMIT.toNanos()) {
                throw new StartFailure("The server does not answer. See " + serverLog());
            }
            if (now - signOfLife > BETWEEN_SIGNS_OF_LIFE.toNanos()) {
                signOfLife = now;
                console.println(
                        "Still starting (" + Duration.ofNanos(now - begin).toSeconds() + " s) ...");
            }
        }
    }

    private void welcome(boolean firstStart, Duration took) {
        console.println();
        console.println("OpenSync runs at http://localhost:" + settings.httpPort() + "/ (ready after "
                + took.toSeconds() + " s)");
        if (firstStart && settings.initEmail() == null) {
            console.println("Open this address to create the first administrator.");
        } else if (firstStart) {
            console.println("The first administrator is " + settings.initEmail() + ".");
        }
        console.println("Data and logs: " + settings.dataDir() + ". Stop with Ctrl-C.");
    }

    /** One without the other is of no use, so the end of either ends the run. */
    private void awaitEnd() throws InterruptedException {
        Process serverProcess = Objects.requireNonNull(server).process();
        CompletableFuture<?> end = serverProcess.onExit();
        if (database != null) {
            end = CompletableFuture.anyOf(end, database.process().onExit());
        }
        try {
            end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        if (serverProcess.isAlive()) {
            fail("The database ended unexpectedly. See " + settings.dataDir().resolve("logs"));
        } else {
            fail("The server ended unexpectedly (code " + serverProcess.exitValue() + "). See " + serverLog());
        }
    }

    /** In one line. */
    private static String reason(Throwable failure) {
        if (failure instanceof StartFailure) {
            return "OpenSync cannot start: " + failure.getMessage();
        }
        if (failure instanceof UncheckedIOException wrapper) {
            return "OpenSync cannot go on, a file or directory cannot be used: " + wrapper.getCause();
        }
        return "OpenSync cannot go on: " + failure;
    }

    private synchronized void fail(String reason) {
        if (!stopping) {
            exitCode = FAILED;
            console.println(reason);
        }
    }

    private synchronized void step(Runnable step) {
        if (!stopping) {
            step.run();
        }
    }

    private static void refuseLeftovers(DataDirectory directory) {
        List<ProcessRecord.Entry> leftovers = directory.processes().alive();
        if (!leftovers.isEmpty()) {
            String names = leftovers.stream()
                    .map(entry -> entry.name() + " (pid " + entry.pid() + ")")
                    .collect(Collectors.joining(" and "));
            String pids =
                    leftovers.stream().map(entry -> Long.toString(entry.pid())).collect(Collectors.joining(" "));
            throw new StartFailure(
                    "A killed run left its " + names + " running on this data directory. Stop with: kill " + pids);
        }
    }

    private void refuseTakenPort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(settings.httpAddress(), settings.httpPort()));
        } catch (IOException e) {
            throw new StartFailure(
                    "Port " + settings.httpPort()
                            + " cannot be used; another program may have it. Set OPENSYNC_HTTP_PORT to a free port.",
                    e);
        }
    }

    private static Map<String, String> systemProperties() {
        Properties properties = System.getProperties();
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(Function.identity(), properties::getProperty));
    }

    private Path serverLog() {
        return settings.dataDir().resolve("logs").resolve("server.0.log");
    }
}
