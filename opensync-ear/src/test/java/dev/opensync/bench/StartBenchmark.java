package dev.opensync.bench;

import dev.opensync.harness.Build;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The launcher's start, beside that of the same server with an empty archive, and what {@code /health} takes. */
final class StartBenchmark {

    private static final int OK = 200;
    private static final int CONNECTIONS = 4;

    private final BenchSettings settings;
    private final BenchDatabase database;
    private final Report report;

    StartBenchmark(BenchSettings settings, BenchDatabase database, Report report) {
        this.settings = settings;
        this.database = database;
        this.report = report;
    }

    /** The schema is there already: a first start also creates the tables. */
    void run() {
        report.heading("Start to the first good answer, with " + String.join(" ", ServerProcess.LAUNCHER_OPTIONS));
        Path emptyWar = EmptyWar.write(Build.directory().resolve("bench-empty.war"));
        List<ServerProcess> empty = new ArrayList<>();
        List<ServerProcess> openSync = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            empty.add(started(() -> ServerProcess.empty(ServerProcess.LAUNCHER_OPTIONS, emptyWar)));
            openSync.add(started(() -> ServerProcess.openSync(ServerProcess.LAUNCHER_OPTIONS, database.schema())));
        }
        report.fact("emptyArchive", summary(empty));
        report.fact("OpenSync", summary(openSync));
        health();
    }

    private static ServerProcess started(Supplier<ServerProcess> start) {
        try (ServerProcess server = start.get()) {
            return server;
        }
    }

    private void health() {
        report.heading("GET /health; requests per second");
        report.cellHeading();
        try (ServerProcess server = ServerProcess.openSync(settings.serverOptions(), database.schema())) {
            new ClosedLoop(settings.duration(), settings.warmUp()).run(CONNECTIONS, connection -> health(server));
            List<Measurement> runs = new ArrayList<>();
            for (int round = 0; round < settings.rounds(); round++) {
                runs.add(new ClosedLoop(settings.warmUp(), settings.duration())
                        .run(CONNECTIONS, connection -> health(server)));
            }
            Cell cell = new Cell("health", "OpenSync", CONNECTIONS, 1, runs);
            report.add(cell, cell);
        }
    }

    private static Requester health(ServerProcess server) {
        return new PathRequester(server.url(), "GET /health", null, "", OK);
    }

    private static Map<String, Object> summary(List<ServerProcess> starts) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put(
                "seconds",
                median(starts.stream().mapToDouble(ServerProcess::startSeconds).toArray()));
        summary.put(
                "processorSeconds",
                median(starts.stream()
                        .mapToDouble(start -> start.startUse().processorSeconds())
                        .toArray()));
        summary.put(
                "residentMegabytes",
                median(starts.stream()
                        .mapToDouble(start -> start.startUse().residentMegabytes())
                        .toArray()));
        return summary;
    }

    private static double median(double... values) {
        return Math.round(10 * Report.median(values)) / 10d;
    }
}
