package dev.opensync.harness;

import static dev.opensync.harness.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that a test run makes anew. */
public final class Folders {

    private Folders() {}

    /** Deletes what is there and creates the folder. */
    public static Path empty(Path directory) {
        try {
            if (Files.exists(directory)) {
                delete(directory);
            }
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same while somebody may be writing into it. */
    public static void emptyInUse(Path directory) {
        await().ignoreException(UncheckedIOException.class).until(() -> {
            empty(directory);
            return true;
        });
    }

    /** Gives a finished folder its name, unless another process was quicker: then what that one made stays. */
    public static void publish(Path finished, Path directory) throws IOException {
        try {
            Files.move(finished, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
            delete(finished);
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(directory)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
