package dev.opensync.bench.search;

import dev.opensync.harness.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The same text as plain files, one for each session as JSON lines, in a folder for each user. */
final class HistoryFiles {

    private final Path root;

    HistoryFiles(Path root) {
        this.root = root;
    }

    void empty() {
        Folders.empty(root);
    }

    /** Size of what was written. */
    long add(GeneratedSession session) throws IOException {
        Path folder = Files.createDirectories(folder(session.user()));
        StringBuilder lines = new StringBuilder();
        List<String> texts = session.texts();
        lines.append("{\"title\":\"").append(session.title()).append("\"}\n");
        for (int i = 0; i < texts.size(); i++) {
            lines.append("{\"role\":\"")
                    .append(GeneratedSession.role(i))
                    .append("\",\"text\":\"")
                    .append(texts.get(i))
                    .append("\"}\n");
        }
        Path file = Files.writeString(folder.resolve(session.externalId() + ".jsonl"), lines);
        return Files.size(file);
    }

    /** Of so many users, from the first. */
    List<Path> folders(int users) {
        try (var folders = Files.list(root)) {
            return folders.sorted().limit(users).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder(int user) {
        return root.resolve(GeneratedHistory.userName(user));
    }
}
