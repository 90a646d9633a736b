package dev.opensync.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path parent;

    @Test
    void onlyTheOwnerCanEnterAndReadThePassword() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path root = parent.resolve("data");

        try (DataDirectory data = DataDirectory.open(root)) {
            String password = data.databasePassword();

            assertThat(password).hasSize(32);
            assertThat(Files.getPosixFilePermissions(root)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(Files.getPosixFilePermissions(root.resolve("database-password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void passwordStaysTheSame() {
        String first;
        try (DataDirectory data = DataDirectory.open(parent.resolve("data"))) {
            first = data.databasePassword();
        }
        try (DataDirectory data = DataDirectory.open(parent.resolve("data"))) {
            assertThat(data.databasePassword()).isEqualTo(first);
        }
    }

    @Test
    void secondOneIsRefusedWithThePidOfTheFirst() {
        Path root = parent.resolve("data");

        try (DataDirectory data = DataDirectory.open(root)) {
            data.announceRun();

            assertThatThrownBy(() -> DataDirectory.open(root))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("OpenSync already runs (pid "
                            + ProcessHandle.current().pid() + ") on this data directory: " + root);
        }
    }

    @Test
    void cleanEndLeavesNoPid() {
        Path root = parent.resolve("data");
        try (DataDirectory data = DataDirectory.open(root)) {
            data.announceRun();
        }

        try (DataDirectory data = DataDirectory.open(root)) {
            assertThat(data.pidOfCrashedRun()).isEmpty();
        }
    }

    @Test
    void directoryWithForeignFilesIsLeftAlone() throws IOException {
        Files.createDirectory(parent.resolve("runtime"));
        Files.writeString(parent.resolve("runtime").resolve("letter.txt"), "Dear reader");

        assertThatThrownBy(() -> DataDirectory.open(parent))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("not OpenSync's");
        assertThat(parent.resolve("runtime").resolve("letter.txt")).exists();
    }

    @Test
    void scratchIsEmptiedAndTheRestIsKept() throws IOException {
        try (DataDirectory data = DataDirectory.open(parent.resolve("data"))) {
            Files.writeString(data.scratch().resolve("old"), "");
            Files.writeString(data.logs().resolve("server.0.log"), "");

            data.emptyScratch();

            assertThat(data.scratch()).isEmptyDirectory();
            assertThat(data.logs()).isNotEmptyDirectory();
        }
    }

    @Test
    void settingsFileMayBeThereBeforeTheFirstStart() throws IOException {
        Files.writeString(parent.resolve("opensync.properties"), "opensync.http.port=8081");

        try (DataDirectory data = DataDirectory.open(parent)) {
            assertThat(data.pidOfCrashedRun()).isEmpty();
        }
    }
}
