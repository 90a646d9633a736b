package dev.opensync.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** An index in a directory of this node. */
final class LuceneHome implements IndexHome {

    private static final int COMMIT_INTERVAL_MS = 60_000;
    private static final int WRITE_BUFFER_MEGABYTES = 64;

    private final IndexDirectory directory;

    LuceneHome(Path directory) {
        this.directory = new IndexDirectory(directory);
    }

    @Override
    public String name() throws IOException {
        return directory.name();
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public SearchIndex open() {
        SearchIndex opened = SearchIndex.open(Map.of(
                "hibernate.search.backend.type",
                "lucene",
                "hibernate.search.backend.directory.root",
                directory.path().toString(),
                "hibernate.search.backend.lucene_version",
                "LATEST",
                "hibernate.search.backend.analysis.configurer",
                new LuceneAnalysis(),
                // What is written without a commit gets one of ours.
                "hibernate.search.backend.io.commit_interval",
                COMMIT_INTERVAL_MS,
                "hibernate.search.backend.io.writer.ram_buffer_size",
                WRITE_BUFFER_MEGABYTES));
        try {
            opened.touch();
            return opened;
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public void discard() throws IOException {
        directory.clear();
    }

    @Override
    public String toString() {
        return directory.path().toString();
    }
}
