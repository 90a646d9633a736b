package dev.opensync.bench.search;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program {@code sqlite3} with an FTS5 table of the same messages, one process for all questions. */
final class SqliteProgram implements AutoCloseable {

    private static final String END = "--end--";

    /** Generous: all of it may stay in memory. */
    private static final String SETTINGS = """
            .bail on
            PRAGMA cache_size = -1000000;
            PRAGMA mmap_size = 4000000000;
            """;

    private static final String IMPORT = """
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            CREATE VIRTUAL TABLE message USING fts5(text, user, session UNINDEXED, sequence UNINDEXED);
            .mode ascii
            .import %s message
            .mode list
            INSERT INTO message (message) VALUES ('optimize');
            """;

    private static final String QUESTION = """
            SELECT session, sequence, snippet(message, 0, '<em>', '</em>', ' ... ', 24)
            FROM message WHERE message MATCH '%s' ORDER BY rank LIMIT 20;
            """;

    private final Path database;
    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;

    /** With what was built in that folder, if anything was. */
    SqliteProgram(Path folder) throws IOException {
        database = folder.resolve("history.db");
        process = new ProcessBuilder("sqlite3", database.toString())
                .redirectErrorStream(true)
                .start();
        commands = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        run(SETTINGS);
    }

    /** Of these rows; merged into one piece, as SQLite is fastest. */
    void build(SqliteRows rows) {
        run(IMPORT.formatted(rows.file()));
    }

    long size() throws IOException {
        return Files.size(database);
    }

    void ask(Question question) {
        run(QUESTION.formatted(question.sqlite()));
    }

    /** By a process that ends with its answer, as one who has no service for it would ask. */
    void askAlone(Question question) {
        try {
            Process alone = new ProcessBuilder("sqlite3", database.toString(), QUESTION.formatted(question.sqlite()))
                    .redirectErrorStream(true)
                    .start();
            alone.getInputStream().readAllBytes();
            if (alone.waitFor() != 0) {
                throw new IllegalStateException(question + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void run(String sql) {
        try {
            commands.write(sql);
            commands.write(".print " + END + "\n");
            commands.flush();
            String line;
            do {
                line = answers.readLine();
                if (line == null || line.startsWith("Error") || line.startsWith("Runtime error")) {
                    throw new IllegalStateException(sql + " " + line);
                }
            } while (!line.equals(END));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
