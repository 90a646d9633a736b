package dev.opensync.test.relevance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A year of coding at Harbour, a company that does not exist and lets berths to boats. */
final class Harbour {

    private static final Pattern BETWEEN_SESSIONS = Pattern.compile("(?m)^== ");

    private Harbour() {}

    static List<KnownSession> sessions() {
        try (Stream<Path> files = Files.list(resource("harbour"))) {
            return files.sorted()
                    .flatMap(file -> BETWEEN_SESSIONS.splitAsStream(text(file)))
                    .filter(block -> !block.isBlank())
                    .map(KnownSession::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<KnownQuery> queries() {
        return text(resource("queries.txt")).lines().map(KnownQuery::parse).toList();
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Harbour.class.getResource("/relevance/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
