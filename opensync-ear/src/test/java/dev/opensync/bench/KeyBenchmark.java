package dev.opensync.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What checking a busy API key costs, and how long a key revoked by somebody else is still taken. */
final class KeyBenchmark {

    private static final String REQUEST = "POST /sync/message";

    /** Refused for want of an id, after the key was checked and before any other work. */
    private static final String BODY = "{}";

    private static final int REFUSED_BODY = 400;
    private static final int CONNECTIONS = 4;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final BenchSettings settings;
    private final BenchDatabase database;
    private final Report report;

    KeyBenchmark(BenchSettings settings, BenchDatabase database, Report report) {
        this.settings = settings;
        this.database = database;
        this.report = report;
    }

    void run(ServerProcess server) {
        report.heading(
                "API key check: an authenticated request that is refused for its empty body; requests per second");
        report.cellHeading();
        List<Measurement> runs = new ArrayList<>();
        List<Double> selects = new ArrayList<>();
        List<Double> statements = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            long selectsBefore = database.counter("Com_select");
            long statementsBefore = database.counter("Questions");
            Measurement run = new ClosedLoop(settings.warmUp(), settings.duration())
                    .run(CONNECTIONS, connection -> requester(server));
            runs.add(run);
            selects.add(perThousand(database.counter("Com_select") - selectsBefore, run));
            statements.add(perThousand(database.counter("Questions") - statementsBefore, run));
        }
        Cell cell = new Cell("key", "OpenSync", CONNECTIONS, 1, runs);
        report.add(cell, cell);
        report.fact("selectsPer1000Requests", median(selects));
        report.fact("statementsPer1000Requests", median(statements));
        List<Double> delays = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            delays.add(revocationSeconds(server));
        }
        report.fact("secondsUntilRevokedKeyIsRefused", delays);
    }

    private static Requester requester(ServerProcess server) {
        return new PathRequester(server.url(), REQUEST, ServerProcess.KEY, BODY, REFUSED_BODY);
    }

    /** The key is revoked in the database, as another node would, and given back afterwards. */
    private double revocationSeconds(ServerProcess server) {
        try (Requester requester = requester(server)) {
            awaitAnswer(requester, true);
            database.execute("UPDATE api_key SET revoked_ms = 1");
            double seconds = awaitAnswer(requester, false);
            database.execute("UPDATE api_key SET revoked_ms = NULL");
            awaitAnswer(requester, true);
            return seconds;
        }
    }

    private static double awaitAnswer(Requester requester, boolean good) {
        long begin = System.nanoTime();
        while (requester.request() != good) {
            if (System.nanoTime() - begin > LIMIT.toNanos()) {
                throw new IllegalStateException("The key is not " + (good ? "taken" : "refused"));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double perThousand(long count, Measurement run) {
        return 1000d * count / run.answered();
    }

    private static double median(List<Double> values) {
        return Report.median(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
