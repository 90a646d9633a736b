package dev.opensync.bench.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program {@code rg}, as quick as it can be asked: which files contain it, upper and lower case as written, and no order.
 */
final class RipgrepProgram {

    private static final int FOUND = 0;
    private static final int NOT_FOUND = 1;

    private final HistoryFiles files;
    private final List<Path> folders;

    /** {@code users}: in the folders of so many. */
    RipgrepProgram(HistoryFiles files, int users) {
        this.files = files;
        folders = files.folders(users);
    }

    void ask(Question question) {
        List<String> command = new ArrayList<>(
                List.of("rg", "--no-config", "--no-ignore", "--files-with-matches", "-e", question.pattern()));
        if (question.user() == Question.EVERYBODY) {
            folders.forEach(folder -> command.add(folder.toString()));
        } else {
            command.add(files.folder(question.user()).toString());
        }
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getInputStream().readAllBytes();
            int status = process.waitFor();
            if (status != FOUND && status != NOT_FOUND) {
                throw new IllegalStateException(command + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
