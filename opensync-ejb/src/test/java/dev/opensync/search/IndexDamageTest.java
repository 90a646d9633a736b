package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.search.util.common.SearchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexDamageTest {

    @TempDir
    Path directory;

    @Test
    void overwrittenFilesAreDamage() throws IOException {
        try (SearchIndex index = new LuceneHome(directory).open()) {
            MessageDocument document = new MessageDocument();
            document.id = "1-1";
            index.write(List.of(document), 1);
        }
        try (Stream<Path> files = Files.list(directory.resolve("message"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                Files.writeString(file, "garbage", StandardCharsets.US_ASCII);
            }
        }

        Throwable failure = catchThrowable(() -> new LuceneHome(directory).open());

        assertThat(IndexDamage.isIn(failure)).isTrue();
    }

    @Test
    void openIndexRemembersDamageThatItMet() {
        IndexDamage damage = new IndexDamage();

        damage.notice(new SearchException("full", new IOException("No space left on device")));
        assertThat(damage.isNoticed()).isFalse();

        damage.notice(new SearchException("gone", new NoSuchFileException("_1.cfs")));
        assertThat(damage.isNoticed()).isTrue();
    }
}
