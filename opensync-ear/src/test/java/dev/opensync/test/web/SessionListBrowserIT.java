package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list of sessions, while it grows and where it is long. */
@SystemTest
@RequiresBrowser
class SessionListBrowserIT {

    private static final String TITLES = "#sessions .t";

    private final TestServer server;

    SessionListBrowserIT(TestServer server) {
        this.server = server;
    }

    @Test
    void listKeepsUpWithoutReload() {
        try (Reader reader = Reader.signUp(server)) {
            String older = sync(reader, "Older");
            sync(reader, "Newer");
            reader.browser().go("/sessions");
            assertThat(reader.texts(TITLES)).containsExactly("Newer", "Older");
            await().until(() -> reader.texts("#live").equals(List.of("Live")));
            reader.run("window.notReloaded = true");

            reader.sync(
                    "/sync/message",
                    "{\"sessionExternalId\": \"" + older
                            + "\", \"externalId\": \"m1\", \"role\": \"user\", \"textContent\": \"Again\"}");
            await().untilAsserted(() -> assertThat(reader.texts(TITLES)).containsExactly("Older", "Newer"));
            assertThat(reader.texts("#sessions li").get(0)).contains("1 message");

            sync(reader, "Newest");
            await().untilAsserted(() -> assertThat(reader.texts(TITLES)).containsExactly("Newest", "Older", "Newer"));
            assertThat(reader.run("return window.notReloaded")).isEqualTo(true);
        }
    }

    @Test
    void deletedSessionLeavesTheOpenPages() {
        try (Reader reader = Reader.signUp(server)) {
            String deleted = sync(reader, "Deleted");
            sync(reader, "Kept");
            reader.browser().go("/sessions");
            await().until(() -> reader.texts("#live").equals(List.of("Live")));

            reader.delete(deleted);

            await().untilAsserted(() -> assertThat(reader.texts(TITLES)).containsExactly("Kept"));
        }
    }

    @Test
    void loadMoreShowsEverySessionOnceAndNewestFirst() {
        try (Reader reader = Reader.signUp(server)) {
            List<String> titles = IntStream.rangeClosed(1, 120)
                    .mapToObj(n -> "Session number " + n)
                    .toList();
            titles.forEach(title -> sync(reader, title));
            reader.browser().go("/sessions");
            assertThat(reader.texts(TITLES)).hasSize(50);
            assertThat(reader.texts("#listCount")).containsExactly("50 of 120");

            await().until(() -> {
                reader.run("const more = document.getElementById('more'); if (more) more.click()");
                return !reader.exists("#more");
            });

            assertThat(reader.texts(TITLES)).containsExactlyElementsOf(reversed(titles));
            assertThat(reader.texts("#listCount")).containsExactly("120 of 120");
        }
    }

    @Test
    void addressesOfTheOriginalLeadOn() {
        try (Reader reader = Reader.signUp(server)) {
            String externalId = sync(reader, "Known by its address");
            String id =
                    Synced.read(reader.api(), externalId).session().get("id").asText();

            reader.browser().go("/dashboard?session=" + id);
            reader.browser().awaitPath("/session");
            assertThat(reader.texts("#sessionTitle")).containsExactly("Known by its address");
            reader.browser().go("/dashboard");
            reader.browser().awaitPath("/overview");
            reader.browser().go("/profile");
            reader.browser().awaitPath("/settings");
        }
    }

    private static String sync(Reader reader, String title) {
        String id = Synced.newId();
        reader.sync("/sync/session", "{\"externalId\": \"" + id + "\", \"title\": \"" + title + "\"}");
        return id;
    }

    private static List<String> reversed(List<String> texts) {
        return IntStream.rangeClosed(1, texts.size())
                .mapToObj(n -> texts.get(texts.size() - n))
                .toList();
    }
}
