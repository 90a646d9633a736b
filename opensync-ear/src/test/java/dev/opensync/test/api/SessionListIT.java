package dev.opensync.test.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions and orders of the list of sessions; each test has a person of its own with the same four sessions. */
@SystemTest
@Tag("database")
class SessionListIT {

    private static final String FOUR = """
            {"sessions": [
               {"externalId": "a", "source": "pi", "projectPath": "/home/ann/shop", "projectName": "shop", "model": "m1",
                "provider": "openai", "promptTokens": 10, "cost": 0.5, "createdAt": "2026-01-30T23:59:59Z"},
               {"externalId": "b", "source": "pi", "projectPath": "/home/bob/shop", "projectName": "shop", "model": "m2",
                "provider": "openai", "promptTokens": 30, "cost": 0.1, "durationMs": 5, "createdAt": "2026-01-31T00:00:00Z"},
               {"externalId": "c", "source": "claude-code", "projectName": "bakery", "model": "m2",
                "provider": "anthropic", "promptTokens": 10, "cost": 0.5, "createdAt": "2026-01-31T18:00:00Z"},
               {"externalId": "d", "createdAt": "2026-02-01T00:00:00Z"}],
             "messages": [{"sessionExternalId": "d", "externalId": "m", "role": "user", "promptTokens": 20}]}
            """;

    private final ApiClient api;

    SessionListIT(TestServer server) {
        api = OtherAccount.client(server, "SYNC,READ");
    }

    @BeforeEach
    void sync() {
        ApiResponse response = api.post("/sync/batch", FOUR);
        assertThat(response.json().get("errors")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source=pi | a b",
                "project=shop | a b",
                "project=/home/ann/shop | a",
                "project=home | ''",
                "model=m2 | b c",
                "provider=openai&model=m2 | b",
                "from=2026-01-31 | b c d",
                "to=2026-01-31 | a b c",
                "from=2026-01-31&to=2026-01-31 | b c",
                "from=2026-01-31T18:00:00Z | c d",
                "to=2026-01-31T18:00:00Z | a b",
                "shared=false | a b c d",
                "shared=true | ''",
                "evalReady=true | c",
                "evalReady=false&source=pi | a b",
                "evalStatus=golden | c",
                "evalStatus=golden,incorrect | b c",
                "evalStatus=none | a d",
                "evalStatus=none,golden | a c d",
                "evalTags=Bread | b",
                "evalTags=bread,Cake | b c",
                "evalTags=nothing | ''",
                "evalStatus=golden&evalTags=bread | ''",
                "evalStatus=incorrect&evalTags=bread&model=m2 | b",
                "source=&model=&sort=&order= | a b c d"
            })
    void onlySessionsThatMeetTheConditionsAreListed(String conditions, String expected) {
        send(
                "PATCH",
                "/api/sessions/c/eval-ready",
                "{\"evalReady\": true, \"evalStatus\": \"golden\", \"evalTags\": [\"cake\"]}");
        send(
                "PATCH",
                "/api/sessions/b/eval-ready",
                "{\"evalStatus\": \"incorrect\", \"evalTags\": [\"bread\", \"cake\"]}");

        assertThat(ids(api.get("/api/sessions?" + conditions))).containsExactlyInAnyOrder(split(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=createdAt | d c b a",
                "sort=createdAt&order=asc | a b c d",
                "sort=durationMs&source=pi | b a",
                "sort=totalTokens | b d c a",
                "sort=totalTokens&order=asc | a c d b",
                "sort=cost | c a b d",
                "sort=messageCount | d c b a",
                "sort=messageCount&order=asc | a b c d",
                "sort=createdAt&source=pi | b a"
            })
    void pagesOfAnyOrderFollowEachOtherWithoutGapsAndRepeats(String parameters, String expected) {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            ApiResponse page = api.get("/api/sessions?limit=1&" + parameters + "&cursor=" + cursor);
            seen.addAll(ids(page));
            cursor = page.json().path("nextCursor").asText();
        } while (!cursor.isEmpty());

        assertThat(seen).containsExactly(split(expected));
    }

    @Test
    void changedSessionsComeFirst() {
        send("PATCH", "/api/sessions/b", "{\"title\": \"Mine\"}");

        assertThat(ids(api.get("/api/sessions?limit=1"))).containsExactly("b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=size | sort must be updatedAt, createdAt, totalTokens, cost, durationMs or messageCount",
                "order=up | order must be desc or asc",
                "shared=maybe | shared must be true or false",
                "evalReady=1 | evalReady must be true or false",
                "from=yesterday | from must be a day such as 2026-01-31",
                "to=2026-02-30 | to must be a day such as 2026-01-31",
                "limit=none | limit must be a whole number",
                "cursor=none | cursor must be the nextCursor of an earlier answer"
            })
    void unusableValuesAreToldTheUsableOnes(String parameters, String error) {
        ApiResponse answer = api.get("/api/sessions?" + parameters);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).startsWith(error);
    }

    private void send(String method, String path, String body) {
        assertThat(SessionEditIT.send(api, method, path, body).status()).isEqualTo(200);
    }

    private static String[] split(String ids) {
        return ids.isEmpty() ? new String[0] : ids.split(" ");
    }

    private static List<String> ids(ApiResponse page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return StreamSupport.stream(page.json().get("sessions").spliterator(), false)
                .map(session -> session.get("externalId").asText())
                .toList();
    }
}
