package dev.opensync.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A program that a test starts, with its output in a file; it never outlives the tests. */
public final class ChildProcess {

    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();
    private static final int STOP_LIMIT_SECONDS = 60;
    private static final int SHOWN_LINES = 40;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final Path log;

    private ChildProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** {@code environment} is added to that of the tests. */
    public static ChildProcess start(Path directory, Path log, List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(directory);
            Files.createDirectories(log.getParent());
            Process process = builder.start();
            RUNNING.add(process);
            return new ChildProcess(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end; fails if that is a bad one. */
    public void succeed() {
        try {
            int status = process.waitFor();
            RUNNING.remove(process);
            if (status != 0) {
                throw new IllegalStateException("Ended with status " + status + "\n" + lastLines());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** As a power cut would: no chance to tidy up. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Asks it to end; by force if it does not. */
    public void stop() {
        process.destroy();
        awaitEnd();
    }

    /** The end of its output, for the message of a failure. */
    public String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return log + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            RUNNING.remove(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
