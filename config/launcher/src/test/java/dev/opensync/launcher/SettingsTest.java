package dev.opensync.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @Test
    void withoutAnySettingItIsPort8080AndTheDirectoryData() {
        Settings settings = Settings.from(Map.of(), Map.of());

        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.dataDir()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.databaseUrl()).isNull();
        assertThat(settings.serverEnvironment())
                .containsOnly(Map.entry("OPENSYNC_DATA_DIR", settings.dataDir().toString()));
    }

    @Test
    void propertyWinsOverEnvironmentAndEnvironmentOverFile(@TempDir Path dataDir) throws IOException {
        Files.writeString(dataDir.resolve("opensync.properties"), """
                opensync.http.port = 1
                opensync.init.email = file@example.org
                opensync.init.password = a long password
                opensync.db.url = jdbc:file
                """);

        Settings settings = Settings.from(
                Map.of("opensync.http.port", "3"),
                Map.of(
                        "OPENSYNC_DATA_DIR", dataDir.toString(),
                        "OPENSYNC_HTTP_PORT", "2",
                        "OPENSYNC_INIT_EMAIL", "environment@example.org"));

        assertThat(settings.httpPort()).isEqualTo(3);
        assertThat(settings.initEmail()).isEqualTo("environment@example.org");
        assertThat(settings.databaseUrl()).isEqualTo("jdbc:file");
    }

    @Test
    void serverGetsFromTheFileWhatTheEnvironmentLacks(@TempDir Path dataDir) throws IOException {
        Files.writeString(dataDir.resolve("opensync.properties"), """
                opensync.http.max-body = 1
                opensync.init.email = file@example.org
                """);

        Settings settings = Settings.from(
                Map.of("opensync.db.user", "property", "java.version", "17"),
                Map.of("OPENSYNC_DATA_DIR", dataDir.toString(), "OPENSYNC_INIT_EMAIL", "environment@example.org"));

        assertThat(settings.serverEnvironment())
                .containsOnly(
                        Map.entry("OPENSYNC_HTTP_MAX_BODY", "1"),
                        Map.entry("OPENSYNC_DB_USER", "property"),
                        Map.entry("OPENSYNC_DATA_DIR", dataDir.toString()));
    }

    @Test
    void blankIsAbsent() {
        Settings settings = Settings.from(Map.of(), Map.of("OPENSYNC_DB_URL", " ", "OPENSYNC_HTTP_PORT", ""));

        assertThat(settings.databaseUrl()).isNull();
        assertThat(settings.httpPort()).isEqualTo(8080);
    }

    @Test
    void portThatIsNoneIsRefusedByName() {
        assertThatThrownBy(() -> Settings.from(Map.of(), Map.of("OPENSYNC_HTTP_PORT", "eighty")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("OPENSYNC_HTTP_PORT")
                .hasMessageContaining("eighty");
        assertThatThrownBy(() -> Settings.from(Map.of(), Map.of("OPENSYNC_HTTP_PORT", "65536")))
                .isInstanceOf(StartFailure.class);
    }

    @Test
    void javaOptionsAreSplitAtSpaces() {
        Settings settings = Settings.from(Map.of(), Map.of("OPENSYNC_JAVA_OPTS", " -Xmx2g  -XX:+UseG1GC "));

        assertThat(settings.javaOptions()).containsExactly("-Xmx2g", "-XX:+UseG1GC");
    }
}
