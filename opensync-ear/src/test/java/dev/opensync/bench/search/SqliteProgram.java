package dev.opensync.bench.search;

import dev.opensync.harness.Folders;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program {@code sqlite3} with an FTS5 table of the same messages, one process for all questions. */
final class SqliteProgram implements AutoCloseable {

    private static final String END = "--end--";
    private static final char COLUMN_END = '\u001F';
    private static final char ROW_END = '\u001E';

    /** Generous: all of it may stay in memory. */
    private static final String SETTINGS = """
            .bail on
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            PRAGMA cache_size = -1000000;
            PRAGMA mmap_size = 4000000000;
            CREATE VIRTUAL TABLE message USING fts5(text, user, session UNINDEXED, sequence UNINDEXED);
            """;

    private static final String IMPORT = """
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
    private final Path rows;
    private final BufferedWriter rowWriter;
    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;

    SqliteProgram(Path folder) throws IOException {
        Folders.empty(folder);
        database = folder.resolve("history.db");
        rows = folder.resolve("rows.txt");
        rowWriter = Files.newBufferedWriter(rows);
        process = new ProcessBuilder("sqlite3", database.toString())
                .redirectErrorStream(true)
                .start();
        commands = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        run(SETTINGS);
    }

    void add(GeneratedSession session) throws IOException {
        List<String> texts = session.texts();
        for (int i = 0; i < texts.size(); i++) {
            rowWriter.append(texts.get(i)).append(COLUMN_END);
            rowWriter.append(session.userName()).append(COLUMN_END);
            rowWriter.append(session.externalId()).append(COLUMN_END);
            rowWriter.append(Integer.toString(i + 1)).append(ROW_END);
        }
    }

    /** Of what was added; merged into one piece, as SQLite is fastest. */
    void build() throws IOException {
        rowWriter.close();
        run(IMPORT.formatted(rows));
        Files.delete(rows);
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
