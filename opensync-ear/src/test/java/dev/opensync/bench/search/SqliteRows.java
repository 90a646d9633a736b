package dev.opensync.bench.search;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Messages as SQLite imports them. */
final class SqliteRows implements AutoCloseable {

    private static final char COLUMN_END = '\u001F';
    private static final char ROW_END = '\u001E';

    private final Path file;
    private final BufferedWriter rows;

    SqliteRows(Path file) throws IOException {
        this.file = file;
        rows = Files.newBufferedWriter(file);
    }

    Path file() {
        return file;
    }

    void add(GeneratedSession session) throws IOException {
        List<String> texts = session.texts();
        for (int i = 0; i < texts.size(); i++) {
            rows.append(texts.get(i)).append(COLUMN_END);
            rows.append(session.userName()).append(COLUMN_END);
            rows.append(session.externalId()).append(COLUMN_END);
            rows.append(Integer.toString(i + 1)).append(ROW_END);
        }
    }

    void flush() throws IOException {
        rows.flush();
    }

    /** Deletes the file. */
    @Override
    public void close() throws IOException {
        rows.close();
        Files.delete(file);
    }
}
