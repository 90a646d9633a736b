package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.OtherAccount;
import dev.opensync.test.api.Synced;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the pages change nothing of what others keep. */
@SystemTest
@Tag("database")
class LibraryIT {

    private static final String SESSION = """
            {"sessions": [{"externalId": "birds", "title": "Birds"}], "messages": [
              {"sessionExternalId": "birds", "externalId": "m1", "role": "user", "textContent": "The kingfisher dives"}]}""";

    private final PageClient stranger;
    private final ApiClient strangerApi;
    private final ApiClient owner;
    private final String message;

    LibraryIT(TestServer server) {
        stranger = server.member().pages();
        strangerApi = server.member().api();
        owner = OtherAccount.client(server, "SYNC,READ");
        owner.post("/sync/batch", SESSION);
        message = Synced.read(owner, "birds").session().get("id").asText() + "-1";
    }

    @ParameterizedTest
    @ValueSource(strings = {"changeSearch", "renameSearch", "useSearch", "removeSearch"})
    void searchesOfOthersStay(String action) {
        JsonNode saved =
                owner.post("/api/saved-searches", "{\"query\": \"kingfisher\"}").json();

        assertThat(act(action, saved.get("id").asText()).status()).isEqualTo(200);

        assertThat(owner.get("/api/saved-searches").json().get("savedSearches")).containsExactly(saved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"renamePack", "refreshPack", "removePack"})
    void packsOfOthersStay(String action) {
        JsonNode pack = owner.post("/api/context/packs", "{\"query\": \"kingfisher\", \"name\": \"Foreign\"}")
                .json();

        assertThat(act(action, pack.get("id").asText()).status()).isEqualTo(200);

        assertThat(owner.get("/api/context/packs").json().get("packs")).containsExactly(pack);
    }

    @ParameterizedTest
    @ValueSource(strings = {"renameBookmark", "useBookmark", "removeBookmark"})
    void bookmarksOfOthersStay(String action) {
        JsonNode bookmark = owner.post("/api/bookmarks", "{\"messageId\": \"" + message + "\"}")
                .json();

        assertThat(act(action, bookmark.get("id").asText()).status()).isEqualTo(200);

        assertThat(owner.get("/api/bookmarks").json().get("bookmarks")).containsExactly(bookmark);
        assertThat(stranger.get("/context").text()).doesNotContain("kingfisher");
    }

    @Test
    void messagesOfOthersAreNeitherMarkedNorUnmarked() {
        JsonNode bookmark = owner.post("/api/bookmarks", "{\"messageId\": \"" + message + "\"}")
                .json();

        assertThat(star("mark").status()).isEqualTo(404);
        star("unmark");

        assertThat(strangerApi.get("/api/bookmarks").body()).doesNotContain(message);
        assertThat(owner.get("/api/bookmarks").json().get("bookmarks")).containsExactly(bookmark);
    }

    @Test
    void wrongIdsDoNoHarm() {
        for (String id : List.of("", "none", "-1", "99999999999999999999")) {
            assertThat(act("removeSearch", id).status()).isEqualTo(200);
        }
    }

    private Page act(String action, String item) {
        Page page = stranger.get("/context?q=kingfisher");
        set(page, "libraryForm", "item", item);
        set(page, "libraryForm", "name", "Mine now");
        return stranger.submit(page, "libraryForm", action);
    }

    private Page star(String action) {
        Page page = stranger.get("/context");
        set(page, "bookmarkForm", "message", message);
        return stranger.submit(page, "bookmarkForm", action);
    }

    private static void set(Page page, String form, String name, String value) {
        Element element = Objects.requireNonNull(page.document().getElementById(form), page::text);
        element.select("input[name=" + name + "]").remove();
        element.appendElement("input").attr("type", "hidden").attr("name", name).attr("value", value);
    }
}
