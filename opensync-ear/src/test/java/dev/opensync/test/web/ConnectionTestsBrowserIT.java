package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sessions that plugins sync to try their connection. */
@SystemTest
@RequiresBrowser
class ConnectionTestsBrowserIT {

    private final Reader reader;

    ConnectionTestsBrowserIT(TestServer server) {
        reader = Reader.signUp(server);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void areMarkedAndGoWithOneClick() {
        sync("test-1706234567890", "Connection Test");
        sync("cursor-test-1706234567890", "Test Session from cursor-sync");
        sync("test-me", "Real work");
        reader.browser().go("/sessions");
        assertThat(reader.texts("#sessions .mark")).containsExactly("Test", "Test");
        reader.browser().screenshots("sessions-tests");

        reader.find("#tests button").click();

        assertOnlyRealWorkIsLeft();
    }

    @Test
    void moreThanAPageOfThemGoWithOneClick() {
        IntStream.range(100, 230).forEach(i -> sync("test-17062345678" + i, "Connection Test"));
        sync("kept", "Real work");
        reader.browser().go("/sessions");
        assertThat(reader.texts("#tests").get(0)).startsWith("100+");

        reader.find("#tests button").click();

        assertOnlyRealWorkIsLeft();
    }

    private void assertOnlyRealWorkIsLeft() {
        await().until(() -> reader.texts(".toast").contains("Test sessions removed"));
        assertThat(reader.texts("#sessions .t")).isEqualTo(List.of("Real work"));
        reader.browser().go("/sessions");
        assertThat(reader.texts("#sessions .t")).isEqualTo(List.of("Real work"));
        assertThat(reader.exists("#tests")).isFalse();
    }

    private void sync(String id, String title) {
        reader.sync("/sync/session", "{\"externalId\": \"" + id + "\", \"title\": \"" + title + "\"}");
    }
}
