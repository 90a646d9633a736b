package dev.opensync.eval.export;

import dev.opensync.shared.OpenSyncException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The formats of exported test cases. */
public enum EvalFormat {
    DEEPEVAL("application/json", "json", "eval-export.json"),
    OPENAI("application/x-ndjson", "jsonl", "eval-export.jsonl"),
    PROMPTFOO("application/x-ndjson", "jsonl", "promptfoo.jsonl"),
    /** One JSON document that holds a text file for each session. */
    FILESYSTEM("application/json", "json", "filesystem.json"),
    /** The same files in an archive, with what tools did. */
    ZIP("application/zip", "zip", "sessions.zip");

    private final String contentType;
    private final String extension;
    private final String nameInArchive;

    EvalFormat(String contentType, String extension, String nameInArchive) {
        this.contentType = contentType;
        this.extension = extension;
        this.nameInArchive = nameInArchive;
    }

    /** Fails with {@code INVALID}. */
    public static EvalFormat of(String name) {
        return find(name)
                .orElseThrow(() ->
                        OpenSyncException.invalid("Invalid format. Use: deepeval, openai, promptfoo, filesystem"));
    }

    /** Whether there is a format of that name. */
    public static boolean isName(@Nullable String name) {
        return name != null && find(name).isPresent();
    }

    private static Optional<EvalFormat> find(String name) {
        return Stream.of(values())
                .filter(format -> format.wireName().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String contentType() {
        return contentType;
    }

    public String extension() {
        return extension;
    }

    /** Files of sessions, as opposed to test cases. */
    boolean isOfFiles() {
        return this == FILESYSTEM || this == ZIP;
    }

    String nameInArchive() {
        return nameInArchive;
    }
}
