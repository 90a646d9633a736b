package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexDirectoryTest {

    @TempDir
    Path root;

    @Test
    void nameIsKept() throws IOException {
        String name = new IndexDirectory(root).name();

        assertThat(new IndexDirectory(root).name()).isEqualTo(name).isNotBlank();
    }

    @Test
    void lostIndexComesBackUnderAnotherName() throws IOException {
        IndexDirectory directory = new IndexDirectory(root);
        String name = directory.name();

        directory.clear();

        assertThat(directory.name()).isNotEqualTo(name);
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        Path foreign = Files.writeString(root.resolve("letter.txt"), "dear Ann");
        IndexDirectory directory = new IndexDirectory(root);

        directory.name();
        directory.clear();

        assertThat(foreign).hasContent("dear Ann");
    }
}
