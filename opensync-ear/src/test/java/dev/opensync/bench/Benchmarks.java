package dev.opensync.bench;

import dev.opensync.bench.page.PageBenchmark;
import dev.opensync.bench.search.SearchBenchmark;
import dev.opensync.harness.Build;
import dev.opensync.harness.Database;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** All sections in one run on one machine. */
public final class Benchmarks {

    private static final int BATCH = 100;
    private static final int BATCHES_PER_SESSION = 10;
    private static final int MESSAGES_PER_SESSION = 100;
    private static final Set<String> ON_ONE_SERVER = Set.of("batch", "message", "key");
    private static final int[] BATCH_CONNECTIONS = {1, 4, 16};
    private static final int[] MESSAGE_CONNECTIONS = {1, 8, 32};

    /** Few: the compiler needs a processor too. */
    private static final int WARM_UP_CONNECTIONS = 2;

    private final BenchSettings settings;
    private final BenchDatabase database;
    private final Report report;

    private Benchmarks(BenchSettings settings, BenchDatabase database, Report report) {
        this.settings = settings;
        this.database = database;
        this.report = report;
    }

    /** Prints the table and writes {@code bench/bench.json} below the build directory. */
    public static void main(String[] arguments) throws IOException, SQLException {
        // The table is for a person at a terminal.
        PrintStream console = System.out;
        BenchSettings settings = BenchSettings.fromSystemProperties();
        Report report = new Report(console);
        try (BenchDatabase database = BenchDatabase.start(settings.keep() || SearchBenchmark.asksAgain())) {
            new Benchmarks(settings, database, report).run();
        }
        report.writeJson(Build.directory().resolve("bench/bench.json"));
    }

    private void run() throws IOException, SQLException {
        describe();
        if (!Collections.disjoint(settings.sections(), ON_ONE_SERVER)) {
            compareWithPlain();
        }
        if (settings.sections().contains("start")) {
            new StartBenchmark(settings, database, report).run();
        }
        if (settings.sections().contains("search")) {
            new SearchBenchmark(settings.searchServerOptions(), database, report).run();
        }
        if (settings.sections().contains("pages")) {
            new PageBenchmark(settings.pageServerOptions(), database, report).run();
        }
    }

    private void compareWithPlain() {
        try (ServerProcess server = ServerProcess.openSync(settings.serverOptions(), database.schema())) {
            warmUp(server);
            if (settings.sections().contains("batch")) {
                report.heading("POST /sync/batch, " + BATCH + " messages of 1 KB; messages per second");
                compare("batch", BATCH_CONNECTIONS, server);
            }
            if (settings.sections().contains("message")) {
                report.heading("POST /sync/message, one message of 1 KB; messages per second");
                compare("message", MESSAGE_CONNECTIONS, server);
            }
            if (settings.sections().contains("key")) {
                new KeyBenchmark(settings, database, report).run(server);
            }
        }
    }

    private void describe() {
        report.heading("Machine and settings");
        report.fact("time", Instant.now().toString());
        report.fact("processors", Runtime.getRuntime().availableProcessors());
        report.fact("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        report.fact("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        report.fact("serverOptions", String.join(" ", settings.serverOptions()));
        report.fact("database", database.version());
        report.fact("flushLogAtCommit", database.variable("innodb_flush_log_at_trx_commit"));
        report.fact("binaryLog", database.variable("log_bin"));
        report.fact("rounds", settings.rounds());
        report.fact("secondsPerRun", settings.duration().toMillis() / 1000d);
    }

    /** Both sides as they are after hours of work: what their compilers still have to do would count against them. */
    private void warmUp(ServerProcess server) {
        for (String section : List.of("message", "batch")) {
            if (settings.sections().contains(section)) {
                warmUp("OpenSync, " + section, openSync(section, server), server::use);
                warmUp("plain JDBC, " + section, plain(section), ProcessUse::ofThisProcess);
            }
        }
    }

    private void warmUp(String subject, IntFunction<Requester> open, Supplier<ProcessUse> use) {
        ClosedLoop loop = new ClosedLoop(Duration.ZERO, settings.warmUpLoad());
        Duration took = WarmUp.run(() -> {
            double before = use.get().processorSeconds();
            long answered = loop.run(WARM_UP_CONNECTIONS, open).answered();
            database.empty();
            return (use.get().processorSeconds() - before) / answered;
        });
        report.fact("warm-up of " + subject, took.toSeconds() + " s");
    }

    private void compare(String section, int[] connectionCounts, ServerProcess server) {
        report.cellHeading();
        int items = itemsPerRequest(section);
        for (int connections : connectionCounts) {
            List<Measurement> openSync = new ArrayList<>();
            List<Measurement> plain = new ArrayList<>();
            for (int round = 0; round < settings.rounds(); round++) {
                // Either begins every second time: a machine that gets slower, or quicker, favours neither.
                if (round % 2 == 0) {
                    plain.add(measure(connections, items, plain(section)));
                    openSync.add(measureServer(connections, items, section, server));
                } else {
                    openSync.add(measureServer(connections, items, section, server));
                    plain.add(measure(connections, items, plain(section)));
                }
            }
            Cell opponent = new Cell(section, "plain JDBC", connections, items, plain);
            report.add(opponent, opponent);
            report.add(new Cell(section, "OpenSync", connections, items, openSync), opponent);
        }
    }

    private Measurement measureServer(int connections, int items, String section, ServerProcess server) {
        double before = server.use().processorSeconds();
        Measurement run = measure(connections, items, openSync(section, server));
        return run.withServerSeconds(server.use().processorSeconds() - before);
    }

    private Measurement measure(int connections, int items, IntFunction<Requester> open) {
        database.empty();
        Measurement measurement = new ClosedLoop(settings.warmUp(), settings.duration()).run(connections, open);
        long stored = database.messages();
        if (stored < measurement.answered() * items) {
            throw new IllegalStateException(
                    measurement.answered() * items + " messages were acknowledged, " + stored + " are stored");
        }
        return measurement;
    }

    private static IntFunction<Requester> openSync(String section, ServerProcess server) {
        return "batch".equals(section)
                ? connection -> SyncRequester.batches(server.url(), ServerProcess.KEY, source(section, connection))
                : connection -> SyncRequester.messages(server.url(), ServerProcess.KEY, source(section, connection));
    }

    private IntFunction<Requester> plain(String section) {
        Database schema = database.schema();
        return connection ->
                new PlainRequester(schema.url(), schema.user(), schema.password(), source(section, connection));
    }

    private static MessageSource source(String section, int connection) {
        return new MessageSource(
                connection,
                itemsPerRequest(section),
                "batch".equals(section) ? BATCHES_PER_SESSION : MESSAGES_PER_SESSION);
    }

    private static int itemsPerRequest(String section) {
        return "batch".equals(section) ? BATCH : 1;
    }
}
