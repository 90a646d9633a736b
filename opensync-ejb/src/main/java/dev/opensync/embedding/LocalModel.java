package dev.opensync.embedding;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The files of the sentence model that comes as a library. */
final class LocalModel {

    static final String NAME = "all-minilm-l6-v2-q";
    static final int DIMENSIONS = 384;
    /** The longest texts it was taught on, without the marks of start and end. */
    static final int MAX_TOKENS = 126;

    private LocalModel() {}

    static byte[] network() throws IOException {
        try (InputStream file = file("/" + NAME + ".onnx")) {
            return file.readAllBytes();
        }
    }

    static WordPieces vocabulary() throws IOException {
        try (InputStream file = file("/" + NAME + "-tokenizer.json")) {
            return WordPieces.read(file);
        }
    }

    /** By the loader of this class: the one of the thread may belong to another application. */
    private static InputStream file(String name) throws FileNotFoundException {
        @Nullable InputStream file = LocalModel.class.getResourceAsStream(name);
        if (file == null) {
            throw new FileNotFoundException(name + " is not among the libraries");
        }
        return file;
    }
}
