package dev.opensync.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The least a server can deploy: one static page. */
final class EmptyWar {

    private EmptyWar() {}

    static Path write(Path file) {
        try (ZipOutputStream archive = new ZipOutputStream(Files.newOutputStream(file))) {
            archive.putNextEntry(new ZipEntry("index.html"));
            archive.write("ok\n".getBytes(StandardCharsets.US_ASCII));
            archive.closeEntry();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
