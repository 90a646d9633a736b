package dev.opensync.bench.page;

import static org.awaitility.Awaitility.await;

import dev.opensync.bench.BenchDatabase;
import dev.opensync.bench.Report;
import dev.opensync.bench.ServerProcess;
import dev.opensync.bench.page.ConsoleReader.Answer;
import dev.opensync.harness.Build;
import dev.opensync.harness.Folders;
import dev.opensync.harness.StatementCounter;
import dev.opensync.harness.StatementCounter.Count;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every page of the console for one person with a large history, one request after the other. */
public final class PageBenchmark {

    private static final Duration LIMIT = Duration.ofHours(2);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int WARM_UP_ROUNDS = 3;
    private static final int WARM_UP_REQUESTS = 10;

    /** The server also works by itself now and then; the middle of some is what the page takes. */
    private static final int COUNTED_REQUESTS = 9;

    private static final String WORK = """
            SELECT (SELECT COUNT(*) FROM search_index WHERE rebuild_after IS NOT NULL)
                + (SELECT COUNT(*) FROM search_task)
                + (SELECT COUNT(*) = 0 FROM search_index)
            """;

    private static final String UNCOUNTED = """
            SELECT (SELECT COUNT(*) FROM coding_session) - (SELECT COUNT(*) FROM session_tool_count)
                + (SELECT COUNT(*) = 0 FROM usage_daily)
            """;

    private final PageSettings settings = PageSettings.fromSystemProperties();
    private final Path index = Build.directory().resolve("bench/page-index");
    private final List<String> serverOptions;
    private final BenchDatabase database;
    private final Report report;
    private final PageHistory history;

    /** {@code serverOptions}: of Java. */
    public PageBenchmark(List<String> serverOptions, BenchDatabase database, Report report) {
        List<String> options = new ArrayList<>(serverOptions);
        options.add("-Dopensync.search.index-dir=" + index);
        this.serverOptions = List.copyOf(options);
        this.database = database;
        this.report = report;
        history = new PageHistory(database, settings.messages());
    }

    /** The tables are made and emptied by it, unless the history is in them. */
    public void run() throws SQLException {
        report.heading("Pages of one person with a generated history");
        report.fact("pageServerOptions", String.join(" ", serverOptions));
        if (!history.isThere()) {
            write();
        }
        report.fact("sessions", history.sessions());
        report.fact("messages", history.messages());
        try (ServerProcess server = start()) {
            await().atMost(LIMIT).pollInterval(POLL).until(() -> work(UNCOUNTED) == 0 && work(WORK) == 0);
            ask(ConsoleReader.signIn(server.url(), ServerProcess.EMAIL, ServerProcess.PASSWORD));
        }
    }

    private ServerProcess start() {
        return ServerProcess.openSync(serverOptions, database.schema());
    }

    private void write() throws SQLException {
        Folders.empty(index);
        if (database.hasTable("search_index")) {
            database.empty();
            database.execute("DELETE FROM search_index");
        }
        // The first start makes the tables, the account and the index; the index knows then that nothing is missing.
        ServerProcess server = start();
        await().atMost(LIMIT).pollInterval(POLL).until(() -> work(WORK) == 0);
        server.close();
        database.empty();
        long begin = System.nanoTime();
        history.write();
        history.index(settings.indexedSessions());
        report.fact("secondsToWrite", (System.nanoTime() - begin) / 1e9);
    }

    private long work(String query) {
        return database.number(query);
    }

    private void ask(ConsoleReader reader) throws SQLException {
        Map<String, String> pages = Pages.of(reader, history);
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            pages.values().forEach(path -> times(reader, path, WARM_UP_REQUESTS));
        }
        List<PageTime> times = new ArrayList<>();
        report.line(PageTime.heading());
        try (StatementCounter counter = new StatementCounter(database.schema())) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                PageTime time = time(reader, counter, page.getKey(), page.getValue());
                times.add(time);
                report.line(time.line());
            }
        }
        report.keep("pages", times);
    }

    private PageTime time(ConsoleReader reader, StatementCounter counter, String name, String path)
            throws SQLException {
        List<Long> statements = new ArrayList<>();
        List<Long> questions = new ArrayList<>();
        for (int i = 0; i < COUNTED_REQUESTS; i++) {
            Count before = counter.now();
            reader.get(path);
            Count count = counter.now().since(before);
            statements.add(count.statements());
            questions.add(count.questions());
        }
        List<Long> nanos = times(reader, path, settings.requests());
        Answer page = reader.get(path);
        return new PageTime(
                name,
                path,
                nanos.size(),
                PageTime.percentile(nanos, 0.50),
                PageTime.percentile(nanos, 0.99),
                median(statements),
                median(questions),
                page.text().getBytes(StandardCharsets.UTF_8).length,
                page.transferred(),
                reader.resourceBytes(page));
    }

    private static List<Long> times(ConsoleReader reader, String path, int requests) {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            nanos.add(reader.get(path).nanos());
        }
        return nanos;
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
