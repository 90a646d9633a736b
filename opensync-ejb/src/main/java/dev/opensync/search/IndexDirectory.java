package dev.opensync.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where an embedded index lies. Among its files lies its name, by which the database knows what it lacks: an index that was
 * lost comes back with a new name, lacking everything.
 */
final class IndexDirectory {

    private static final String NAME_FILE = "index.name";

    private final Path directory;
    private final Path files;
    private final Path passageFiles;

    IndexDirectory(Path directory) {
        this.directory = directory;
        files = directory.resolve("message");
        passageFiles = directory.resolve("passage");
    }

    Path path() {
        return directory;
    }

    /** Of this index alone; given now if it is new. */
    String name() throws IOException {
        Path file = files.resolve(NAME_FILE);
        if (Files.notExists(file) || Files.notExists(passageFiles)) {
            clear();
            Files.createDirectories(files);
            Files.createDirectories(passageFiles);
            Path unfinished = Files.writeString(
                    files.resolve(NAME_FILE + ".new"), UUID.randomUUID().toString());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file);
    }

    /** Removes the index, its name first: half an index must not pass for a whole one. */
    void clear() throws IOException {
        Files.deleteIfExists(files.resolve(NAME_FILE));
        remove(files);
        remove(passageFiles);
    }

    private static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
