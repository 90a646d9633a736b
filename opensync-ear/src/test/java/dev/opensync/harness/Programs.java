package dev.opensync.harness;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs on the search path of this machine. */
final class Programs {

    private Programs() {}

    /** The first that is there. */
    static Optional<Path> find(String... names) {
        return Stream.of(names)
                .flatMap(Programs::everywhere)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> everywhere(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, name));
    }
}
