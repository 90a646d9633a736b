package dev.opensync.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where an embedded index lies. Beside its files lies its name, by which the database knows what it lacks: a directory that was
 * lost comes back with a new name, lacking everything.
 */
final class IndexDirectory {

    private static final String NAME_FILE = "index.name";

    private final Path directory;

    IndexDirectory(Path directory) {
        this.directory = directory;
    }

    Path path() {
        return directory;
    }

    /** Of this index alone; given now if it is new. */
    String name() throws IOException {
        Path file = directory.resolve("message").resolve(NAME_FILE);
        if (Files.notExists(file)) {
            clear();
            Files.createDirectories(file.getParent());
            Files.writeString(file, UUID.randomUUID().toString());
        }
        return Files.readString(file);
    }

    /** Removes the index with its name. */
    void clear() throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(directory)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
