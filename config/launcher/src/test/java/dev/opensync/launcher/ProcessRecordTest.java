package dev.opensync.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {

    @TempDir
    Path directory;

    @Test
    void livingProcessIsFoundUntilTheRecordIsCleared() {
        ProcessRecord record = new ProcessRecord(directory.resolve("processes"));
        record.add("server", ProcessHandle.current());

        assertThat(record.alive())
                .containsExactly(new ProcessRecord.Entry(
                        "server", ProcessHandle.current().pid()));

        record.clear();
        assertThat(record.alive()).isEmpty();
    }

    @Test
    void anotherProcessWithTheSameNumberIsNotMistakenForOurs() throws IOException {
        Path file = directory.resolve("processes");
        Files.writeString(file, "server " + ProcessHandle.current().pid() + " 12345\n");

        assertThat(new ProcessRecord(file).alive()).isEmpty();
    }
}
