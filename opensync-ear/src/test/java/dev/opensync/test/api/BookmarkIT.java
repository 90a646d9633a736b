package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that people want to find again; each test has a person of its own. */
@SystemTest
@Tag("database")
class BookmarkIT {

    private static final String PATH = "/api/bookmarks";

    private final TestServer server;
    private final ApiClient api;
    private final String session;

    BookmarkIT(TestServer server) {
        this.server = server;
        this.api = OtherAccount.client(server, "SYNC,READ");
        assertThat(api.post("/sync/batch", ReadingIT.NIGHT).status()).isEqualTo(200);
        this.session = Synced.read(api, "night").session().get("id").asText();
    }

    @Test
    void bookmarkNamesItsMessageAndLeadsThere() {
        JsonNode bookmark = mark("{\"messageId\": \"" + session + "-1\", \"name\": \"  Why it\\n fails \"}");

        JsonFields.assertFields(bookmark, """
                {"name": "Why it fails", "messageId": "ID-1", "sessionId": "ID", "externalId": "night",
                 "sessionTitle": "Fix the Login", "link": "BASE/session?id=ID&at=1#m-1"}
                """.replace("ID", session)
                .replace("BASE", server.baseUrl().toString()));
        assertThat(bookmark.has("lastUsedAt")).isFalse();
        assertThat(list()).containsExactly(bookmark);
    }

    @Test
    void withoutANameItBeginsAsItsMessage() {
        assertThat(mark("{\"messageId\": \"" + session + "-1\"}").get("name").asText())
                .isEqualTo("It \"fails\" 😀");
    }

    @Test
    void messageIsMarkedOnce() {
        JsonNode first = mark("{\"messageId\": \"" + session + "-1\", \"name\": \"Kept\"}");

        assertThat(mark("{\"messageId\": \"" + session + "-1\"}")).isEqualTo(first);
        assertThat(mark("{\"messageId\": \"" + session + "-1\", \"name\": \"New\"}")
                        .get("name")
                        .asText())
                .isEqualTo("New");
        assertThat(list()).hasSize(1);
    }

    @Test
    void renamingUsingAndRemoving() {
        String path = PATH + "/"
                + mark("{\"messageId\": \"" + session + "-1\"}").get("id").asText();

        assertThat(SavedSearchIT.send(api, "PATCH", path, "{\"name\": \"Mine\"}")
                        .json()
                        .get("name")
                        .asText())
                .isEqualTo("Mine");
        assertThat(SavedSearchIT.send(api, "PATCH", path + "/use", "")
                        .json()
                        .get("lastUsedAt")
                        .asLong())
                .isPositive();
        assertThat(SavedSearchIT.send(api, "DELETE", path, "").status()).isEqualTo(200);
        assertThat(list()).isEmpty();
        assertThat(SavedSearchIT.send(api, "DELETE", path, "").status()).isEqualTo(404);
    }

    @Test
    void listGoesOnWhereItStopped() {
        mark("{\"messageId\": \"" + session + "-1\", \"name\": \"First\"}");
        mark("{\"messageId\": \"" + session + "-2\", \"name\": \"Second\"}");

        JsonNode first = api.get(PATH + "?limit=1").json();
        JsonNode second = api.get(
                        PATH + "?limit=1&cursor=" + first.get("nextCursor").asText())
                .json();

        assertThat(first.at("/bookmarks/0/name").asText()).isEqualTo("Second");
        assertThat(second.at("/bookmarks/0/name").asText()).isEqualTo("First");
        assertThat(second.has("nextCursor")).isFalse();
    }

    @Test
    void bookmarksGoWithTheirSession() {
        mark("{\"messageId\": \"" + session + "-1\"}");

        SavedSearchIT.send(api, "DELETE", "/api/sessions/" + session, "");

        assertThat(list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"id\": \"a\"}", "{\"messageId\": {}}"})
    void unusableBodiesAre400(String body) {
        assertThat(api.post(PATH, body).status()).isEqualTo(400);
        assertThat(list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "-1", "ID", "ID-0", "ID-99", "ID-99999999999", "ID-1 "})
    void unknownMessagesAre404(String id) {
        assertThat(api.post(PATH, "{\"messageId\": \"" + id.replace("ID", session) + "\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyMarksOrReachesWhatIsOfOthers() {
        JsonNode bookmark = mark("{\"messageId\": \"" + session + "-1\"}");
        String path = PATH + "/" + bookmark.get("id").asText();
        ApiClient stranger = OtherAccount.client(server, "SYNC,READ");

        assertThat(stranger.get(PATH).json().get("bookmarks")).isEmpty();
        assertThat(stranger.post(PATH, "{\"messageId\": \"" + session + "-1\"}").status())
                .isEqualTo(404);
        assertThat(SavedSearchIT.send(stranger, "PATCH", path, "{\"name\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(SavedSearchIT.send(stranger, "PATCH", path + "/use", "").status())
                .isEqualTo(404);
        assertThat(SavedSearchIT.send(stranger, "DELETE", path, "").status()).isEqualTo(404);
        assertThat(list()).containsExactly(bookmark);
    }

    @Test
    void readersMarkNothing() {
        assertThat(OtherAccount.client(server, "READ").post(PATH, "{}").status())
                .isEqualTo(403);
    }

    private JsonNode mark(String body) {
        ApiResponse answer = api.post(PATH, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private List<JsonNode> list() {
        return StreamSupport.stream(api.get(PATH).json().get("bookmarks").spliterator(), false)
                .toList();
    }
}
