package dev.opensync.bench.page;

import dev.opensync.bench.BenchDatabase;
import dev.opensync.bench.search.GeneratedHistory;
import dev.opensync.bench.search.GeneratedSession;
import dev.opensync.bench.search.HistoryTables;
import dev.opensync.bench.search.Vocabulary;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two years of one person: in each week four of a hundred projects, two of eight models and two of five tools to code with, every
 * tenth message a call. Every tenth session is chosen for evaluations, and one has ten thousand messages.
 */
final class PageHistory {

    static final int MESSAGES_PER_SESSION = 100;
    static final int LONG_SESSION = 10_000;

    /** Of the link to the long session. */
    static final String SLUG = "b".repeat(43);

    private static final Duration WHOLE_TIME = Duration.ofDays(730);
    private static final int SESSIONS_PER_STEP = 1_000;
    private static final int PROJECTS = 100;
    private static final int PROJECTS_OF_A_WEEK = 4;
    private static final int SESSIONS_PER_WEEK = 480;

    /** Their calls are left for the server to count. */
    private static final int UNCOUNTED = 100;

    private static final String MODEL = """
            ELT(1 + (id DIV 480 + id MOD 2) MOD 8, 'claude-opus-4-1', 'gpt-5', 'claude-sonnet-4-5', 'gemini-2.5-pro',
                'gpt-5-codex', 'grok-4', 'claude-haiku-4-5', 'kimi-k2')""";

    private static final String PROVIDER = """
            ELT(1 + (id DIV 480 + id MOD 2) MOD 8, 'anthropic', 'openai', 'anthropic', 'google', 'openai', 'xai',
                'anthropic', 'moonshot')""";

    private static final String SOURCE = """
            ELT(1 + (id DIV 480 + (id MOD 3 = 0)) MOD 5, 'claude-code', 'opencode', 'codex-cli', 'cursor-sync',
                'factory-droid')""";

    private static final String TOOL = """
            ELT(1 + (session_id + sequence DIV 10) MOD 12, 'Bash', 'Read', 'Edit', 'Grep', 'Write', 'Glob', 'Task',
                'WebFetch', 'TodoWrite', 'WebSearch', 'NotebookEdit', 'mcp__browser__click')""";

    private static final List<String> STEPS =
            List.of("""
            UPDATE coding_session SET model = %s, provider = %s, source = %s, prompt_tokens = 2000 + id * 7919 MOD 90000,
                completion_tokens = 500 + id * 104729 MOD 20000, cost_micros = 10000 + id * 15485863 MOD 900000,
                duration_ms = 60000 + id * 32452843 MOD 3600000, eval_ready = id MOD 10 = 0
            WHERE id BETWEEN ? AND ?
            """.formatted(MODEL, PROVIDER, SOURCE), """
            INSERT INTO message_part (session_id, message_sequence, part_number, type, content)
            SELECT session_id, sequence, 1, 'tool-call', CONCAT('{"toolCallId":"t', sequence, '","toolName":"', %s,
                '","args":{"path":"src/main.py","limit":40}}')
            FROM message WHERE session_id BETWEEN ? AND ? AND sequence MOD 10 = 2
            """.formatted(TOOL), """
            INSERT INTO message_part (session_id, message_sequence, part_number, type, content)
            SELECT session_id, sequence, 1, 'tool-result',
                CONCAT('{"toolCallId":"t', sequence - 1, '","result":"one\\\\ntwo\\\\nthree"}')
            FROM message WHERE session_id BETWEEN ? AND ? AND sequence MOD 10 = 3
            """, """
            INSERT INTO eval_mark (session_id, account_id, reviewed_ms, status, kept_messages, turn_cases, full_cases,
                final_cases, counted_ms)
            SELECT id, account_id, updated_ms, ELT(1 + id DIV 10 MOD 3, 'GOLDEN', 'CORRECT', 'NEEDS_REVIEW'), 100, 50, 1, 1,
                synced_ms
            FROM coding_session WHERE id BETWEEN ? AND ? AND eval_ready
            """, """
            INSERT INTO eval_tag (session_id, tag, account_id)
            SELECT id, ELT(1 + id DIV 10 MOD 4, 'refactoring', 'bug', 'tests', 'review'), account_id
            FROM coding_session WHERE id BETWEEN ? AND ? AND eval_ready
            """);

    private static final String SHARE = """
            INSERT INTO shared_session (session_id, slug, with_secrets, last_sequence, visits, created_ms)
            VALUES (1, ?, FALSE, 10000, 0, 1)
            """;

    /** As the server counts them, which would take it an hour for all. */
    private static final List<String> COUNTS = List.of("""
            INSERT INTO session_tool (session_id, tool, calls, results, failures, timed_calls, duration_ms)
            SELECT session_id, %s AS tool, COUNT(*), COUNT(*), 0, COUNT(*), COUNT(*) * 20000
            FROM message WHERE session_id BETWEEN ? AND ? AND sequence MOD 10 = 2
            GROUP BY session_id, tool
            """.formatted(TOOL), """
            INSERT INTO session_tool_count (session_id, synced_ms, format, day, source)
            SELECT id, synced_ms, 1, created_ms DIV 86400000, source FROM coding_session WHERE id BETWEEN ? AND ?
            """, """
            INSERT INTO usage_tool_daily
                (account_id, day, source, tool, sessions, calls, results, failures, timed_calls, duration_ms)
            SELECT s.account_id, c.day, c.source, t.tool, COUNT(*), SUM(t.calls), SUM(t.results), 0, SUM(t.timed_calls),
                SUM(t.duration_ms)
            FROM session_tool t
            JOIN session_tool_count c ON c.session_id = t.session_id
            JOIN coding_session s ON s.id = t.session_id
            WHERE t.session_id BETWEEN ? AND ?
            GROUP BY s.account_id, c.day, c.source, t.tool
            ON DUPLICATE KEY UPDATE
                sessions = usage_tool_daily.sessions + VALUES(sessions),
                calls = usage_tool_daily.calls + VALUES(calls),
                results = usage_tool_daily.results + VALUES(results),
                timed_calls = usage_tool_daily.timed_calls + VALUES(timed_calls),
                duration_ms = usage_tool_daily.duration_ms + VALUES(duration_ms)
            """);

    private final GeneratedHistory history;
    private final BenchDatabase database;
    private final int sessions;

    PageHistory(BenchDatabase database, int messages) {
        this.database = database;
        sessions = messages / MESSAGES_PER_SESSION;
        history = new GeneratedHistory(new Vocabulary(), messages);
    }

    /** Whether an earlier run has written it. */
    boolean isThere() {
        return database.hasTable("session_tool_count")
                && database.number("SELECT COALESCE(SUM(message_count), 0) FROM coding_session") == messages()
                && database.number("SELECT COUNT(*) FROM session_tool_count") >= sessions - UNCOUNTED;
    }

    long messages() {
        return (long) sessions * MESSAGES_PER_SESSION + LONG_SESSION;
    }

    int sessions() {
        return sessions + 1;
    }

    /** Into empty tables. */
    void write() throws SQLException {
        long account = database.number("SELECT MIN(id) FROM account");
        Instant from = InstantSource.system().instant().minus(WHOLE_TIME);
        long done = 0;
        try (HistoryTables tables = new HistoryTables(database.schema(), from, WHOLE_TIME.dividedBy(sessions))) {
            tables.add(account, session(sessions / 2, LONG_SESSION));
            for (int number = 0; number < sessions; number++) {
                tables.add(account, session(number, MESSAGES_PER_SESSION));
                if (number % SESSIONS_PER_STEP == 0) {
                    // The step's own rows may not be committed yet.
                    long last = Math.max(done, number - SESSIONS_PER_STEP / 2);
                    complete(done + 1, last);
                    done = last;
                }
            }
        }
        complete(done + 1, sessions());
        for (String count : COUNTS) {
            for (long first = 1; first <= sessions(); first += SESSIONS_PER_STEP) {
                long last = Math.min(first + SESSIONS_PER_STEP - 1, sessions() - UNCOUNTED);
                database.execute(count, first, last);
            }
        }
        database.execute(SHARE, SLUG);
        database.execute("UPDATE coding_session SET is_public = TRUE WHERE id = 1");
        database.execute("ANALYZE TABLE coding_session, message, message_part, session_tool, eval_mark, eval_tag");
    }

    /** Tells the search of the newest sessions, as syncing them does. */
    void index(int newest) {
        database.execute(
                "INSERT INTO search_task (index_id, session_id, first_sequence, last_sequence)"
                        + " SELECT i.id, s.id, 0, 2147483647 FROM coding_session s JOIN search_index i WHERE s.id > ?",
                sessions() - newest);
    }

    /** Public id of the one that was stored as this; the long one is the first, the others follow in the order of time. */
    String session(long number) {
        return database.text("SELECT public_id FROM coding_session WHERE id = ?", number);
    }

    private void complete(long first, long last) {
        STEPS.forEach(step -> database.execute(step, first, last));
    }

    private GeneratedSession session(int number, int messages) {
        List<String> texts = new ArrayList<>();
        IntStream.iterate(number * 2, i -> texts.size() < messages, i -> i + 1)
                .forEach(i -> texts.addAll(history.session(i).texts()));
        int week = number / SESSIONS_PER_WEEK;
        return new GeneratedSession(
                messages == LONG_SESSION ? -1 : number,
                (week * PROJECTS_OF_A_WEEK + number % PROJECTS_OF_A_WEEK) % PROJECTS,
                history.session(number * 2).title(),
                texts);
    }
}
