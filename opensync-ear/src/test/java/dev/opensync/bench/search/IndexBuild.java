package dev.opensync.bench.search;

import static org.awaitility.Awaitility.await;

import dev.opensync.bench.BenchDatabase;
import dev.opensync.bench.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Watches the server read the tables into its index. */
final class IndexBuild {

    private static final Duration LIMIT = Duration.ofHours(2);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String MODELS = "SELECT COUNT(*) FROM search_index WHERE name LIKE 'meaning-%'";
    private static final String WORK = """
            SELECT (SELECT COUNT(*) FROM search_index WHERE rebuild_after IS NOT NULL)
                + (SELECT COUNT(*) FROM search_task)
            """;

    private final BenchDatabase database;
    private final ServerProcess server;

    IndexBuild(BenchDatabase database, ServerProcess server) {
        this.database = database;
        this.server = server;
    }

    /** Until the first model is known and there is nothing for it to do. */
    void awaitModel() {
        await().atMost(LIMIT).pollInterval(POLL).until(() -> database.number(MODELS) > 0 && database.number(WORK) == 0);
    }

    /** Until there is nothing left to do. */
    Effort awaitEnd(double processorSecondsBefore) {
        long begin = System.nanoTime();
        await().atMost(LIMIT).pollInterval(POLL).until(() -> database.number(WORK) == 0);
        return new Effort((System.nanoTime() - begin) / 1e9, server.use().processorSeconds() - processorSecondsBefore);
    }

    /** Of all files of the index. */
    static long size(Path index) {
        try (Stream<Path> files = Files.walk(index)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server took. */
    record Effort(double seconds, double processorSeconds) {

        String perSecond(long items) {
            return String.format(
                    "%,.0f a second, %,.0f a second of processor time (%.0f s, %.0f s)",
                    items / seconds, items / processorSeconds, seconds, processorSeconds);
        }
    }
}
