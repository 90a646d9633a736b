package dev.opensync.bench.search;

import dev.opensync.bench.BenchDatabase;
import dev.opensync.bench.Report;
import dev.opensync.bench.ServerProcess;
import dev.opensync.bench.WarmUp;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.Build;
import dev.opensync.harness.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A large history is stored, indexed and searched by the server, and the same text by others. */
public final class SearchBenchmark {

    private static final String OPEN_SYNC = "OpenSync";
    private static final String SMALL_KEY = "osk_benchmarkSmallAccount00000000000000000000";
    private static final String PASSAGES = "SELECT COUNT(*) FROM passage";
    private static final long SEED = 2;
    private static final int WARM_UP_QUESTIONS = 100;
    private static final Path FOLDER = Build.directory().resolve("bench/history");
    private static final Path SQLITE = FOLDER.resolve("sqlite");
    private static final int MEGABYTE = 1_000_000;

    /** Half of the text is 300 MB of a million messages. */
    private static final int HALF_OF_THE_USERS = GeneratedHistory.USERS / 2;

    private final HistorySettings settings = HistorySettings.fromSystemProperties();
    private final Vocabulary vocabulary = new Vocabulary();
    private final GeneratedHistory history = new GeneratedHistory(vocabulary, settings.messages());
    private final Questions questions = new Questions(vocabulary, history);
    private final List<Latency> latencies = new ArrayList<>();
    private final List<String> serverOptions;
    private final BenchDatabase database;
    private final Report report;

    /** {@code serverOptions}: of Java. */
    public SearchBenchmark(List<String> serverOptions, BenchDatabase database, Report report) {
        this.serverOptions = List.copyOf(serverOptions);
        this.database = database;
        this.report = report;
    }

    /** What the last run has stored and indexed is there, and is to be asked once more. */
    public static boolean asksAgain() {
        return HistorySettings.fromSystemProperties().again();
    }

    /** The tables are made and emptied by it, unless it asks again. */
    public void run() throws IOException, SQLException {
        report.heading("Search in a generated history");
        report.fact("searchServerOptions", String.join(" ", serverOptions));
        HistoryFiles files = new HistoryFiles(FOLDER.resolve("jsonl"));
        if (settings.again()) {
            askAgain(files);
        } else {
            buildAndAsk(files);
        }
        report.keep("latencies", latencies);
    }

    private void askAgain(HistoryFiles files) throws IOException {
        // Left behind by a run that was broken off; nobody would end it.
        database.execute("DELETE FROM search_index WHERE rebuild_after IS NOT NULL");
        try (SqliteProgram sqlite = new SqliteProgram(SQLITE);
                ServerProcess server = ServerProcess.openSyncAgain(serverOptions, database.schema())) {
            IndexBuild.Effort effort =
                    new IndexBuild(database, server).awaitEnd(server.startUse().processorSeconds());
            // Nothing, unless the index was deleted or is of another format.
            report.fact("messagesIndexed", effort.perSecond(database.messages()));
            report.fact("indexMegabytes", IndexBuild.size(index(server)) / MEGABYTE);
            ask(server, files, sqlite);
        }
    }

    private void buildAndAsk(HistoryFiles files) throws IOException, SQLException {
        long smallAccount = prepareDatabase();
        files.empty();
        Folders.empty(SQLITE);
        try (SqliteProgram sqlite = new SqliteProgram(SQLITE)) {
            try (SqliteRows rows = new SqliteRows(FOLDER.resolve("rows.txt"))) {
                write(files, rows, smallAccount);
                build(sqlite, rows);
            }
            try (ServerProcess server = ServerProcess.openSync(serverOptions, database.schema())) {
                build(server);
                ask(server, files, sqlite);
            }
        }
    }

    /** The first start makes the tables, the account of the key and the model. Gives the number of the second account. */
    private long prepareDatabase() {
        try (ServerProcess server = ServerProcess.openSync(serverOptions, database.schema())) {
            embedSample(server);
        }
        database.empty();
        database.execute("DELETE FROM search_index WHERE name NOT LIKE 'meaning-%'");
        database.execute("INSERT INTO account (subject, name, role, created_ms, updated_ms)"
                + " VALUES ('bench-small', 'Small', 'MEMBER', 1, 1)");
        database.execute("INSERT INTO api_key (account_id, name, prefix, secret_hash, scopes, created_ms)"
                + " SELECT id, 'bench', 'osk_benc', UNHEX(SHA2('" + SMALL_KEY + "', 256)), 'READ', 1 FROM account"
                + " WHERE subject = 'bench-small'");
        return database.number("SELECT id FROM account WHERE subject = 'bench-small'");
    }

    private void embedSample(ServerProcess server) {
        IndexBuild build = new IndexBuild(database, server);
        build.awaitModel();
        SyncedSample sample = new SyncedSample(new ApiClient(server.url().toString(), ServerProcess.KEY));
        sample.send(history, 0, 1);
        build.awaitEnd(0);
        double before = server.use().processorSeconds();
        long passagesBefore = database.number(PASSAGES);
        int messages = sample.send(history, 1, 1 + settings.sessionsOfSample());
        IndexBuild.Effort effort = build.awaitEnd(before);
        report.fact("sampleIndexedAndEmbedded", effort.perSecond(messages));
        report.fact("passagesOfSample", database.number(PASSAGES) - passagesBefore);
    }

    private void write(HistoryFiles files, SqliteRows rows, long smallAccount) throws IOException, SQLException {
        long everything = database.number("SELECT id FROM account WHERE subject <> 'bench-small'");
        long bytes = 0;
        try (HistoryTables tables = new HistoryTables(database.schema())) {
            for (int number = 0; number < history.sessions(); number++) {
                GeneratedSession session = history.session(number);
                tables.add(everything, session);
                if (session.user() == Questions.SMALL_USER) {
                    tables.add(smallAccount, session);
                }
                bytes += files.add(session);
                rows.add(session);
            }
        }
        report.fact("messages", history.messages());
        report.fact("megabytesOfJsonLines", bytes / MEGABYTE);
    }

    private void build(SqliteProgram sqlite, SqliteRows rows) throws IOException {
        rows.flush();
        long begin = System.nanoTime();
        sqlite.build(rows);
        report.fact("sqliteSecondsToBuild", (System.nanoTime() - begin) / 1e9);
        report.fact("sqliteMegabytes", sqlite.size() / MEGABYTE);
    }

    private void build(ServerProcess server) throws SQLException {
        IndexBuild build = new IndexBuild(database, server);
        Path index = index(server);
        report.fact(
                "messagesIndexed",
                build.awaitEnd(server.startUse().processorSeconds()).perSecond(database.messages()));
        long textBytes = IndexBuild.size(index);
        report.fact("indexMegabytes", textBytes / MEGABYTE);
        long vectors = new SyntheticVectors(database).write(history, settings.sessionsWithVectors());
        report.fact("syntheticVectors", vectors);
        report.fact(
                "syntheticVectorsIndexed",
                build.awaitEnd(server.use().processorSeconds()).perSecond(vectors));
        report.fact("indexMegabytesOfVectors", (IndexBuild.size(index) - textBytes) / MEGABYTE);
        report.fact("serverMegabytes", server.use().residentMegabytes());
    }

    private static Path index(ServerProcess server) {
        return server.directory().resolve("data/index");
    }

    private void ask(ServerProcess server, HistoryFiles files, SqliteProgram sqlite) {
        try (SearchClient client = new SearchClient(server, SMALL_KEY)) {
            client.awaitAnswer();
            warmUp(client);
            ask(client, files, sqlite);
        }
    }

    private void ask(SearchClient client, HistoryFiles files, SqliteProgram sqlite) {
        RipgrepProgram ripgrep = new RipgrepProgram(files, GeneratedHistory.USERS);
        RipgrepProgram half = new RipgrepProgram(files, HALF_OF_THE_USERS);
        report.line(Latency.heading());
        for (QueryClass queryClass : QueryClass.values()) {
            client.requireType(queryClass);
            Latency openSync =
                    measure(OPEN_SYNC, queryClass, settings.questions(), question -> client.ask(queryClass, question));
            report.line(openSync.line(null));
            List<Latency> others = new ArrayList<>();
            if (queryClass.isFullText()) {
                others.add(measure("SQLite FTS5", queryClass, settings.questions(), sqlite::ask));
                others.add(measure("SQLite, new process", queryClass, settings.questions(), sqlite::askAlone));
                others.add(measure("ripgrep", queryClass, settings.ripgrepQuestions(), ripgrep::ask));
            }
            if (queryClass.isFullText() && queryClass.isAboutEverybody()) {
                others.add(measure("ripgrep, half", queryClass, settings.ripgrepQuestions(), half::ask));
            }
            others.forEach(other -> report.line(other.line(openSync)));
        }
    }

    private void warmUp(SearchClient client) {
        AtomicLong seed = new AtomicLong(SEED);
        Duration took = WarmUp.run(() -> {
            long begin = System.nanoTime();
            seed.incrementAndGet();
            for (QueryClass queryClass : QueryClass.values()) {
                questions
                        .of(queryClass, WARM_UP_QUESTIONS, seed.get())
                        .forEach(question -> client.ask(queryClass, question));
            }
            return System.nanoTime() - begin;
        });
        report.fact("warm-up", took.toSeconds() + " s");
    }

    private Latency measure(String program, QueryClass queryClass, int count, Consumer<Question> ask) {
        Latency latency = Latency.of(program, queryClass, questions.of(queryClass, count, SEED), ask);
        latencies.add(latency);
        return latency;
    }
}
