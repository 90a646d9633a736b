package dev.opensync.test.api;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SystemTest
@Tag("database")
class StatsIT {

    private final ApiClient api;

    StatsIT(TestServer server) {
        api = OtherAccount.client(server, "SYNC,READ");
    }

    @BeforeEach
    void sync() {
        UsageSample.sync(api);
    }

    @Test
    void withoutParametersAllIsCounted() {
        assertThatJson(api.get("/api/stats").body()).isEqualTo("""
                {"sessionCount": 4, "messageCount": 1, "totalTokens": 2250, "totalCost": 1.75, "totalDurationMs": 100000,
                 "modelUsage": {"claude-sonnet-4": {"tokens": 2000, "cost": 0.75, "sessions": 2},
                                "openai/gpt-5": {"tokens": 200, "cost": 1, "sessions": 1},
                                "unknown": {"tokens": 50, "cost": 0, "sessions": 1}}}
                """);
    }

    @Test
    void daysAreThoseOfUtcAndBothIncluded() {
        assertThat(stats("from=2026-01-17&to=2026-01-17").get("sessionCount").asInt())
                .isEqualTo(2);
        assertThat(stats("from=2026-01-18").get("sessionCount").asInt()).isEqualTo(2);
        assertThat(stats("to=2026-01-16").get("sessionCount").asInt()).isZero();
    }

    @Test
    void daysWithoutSessionsAreAmongTheDays() {
        assertThatJson(stats("groupBy=day&from=2026-01-16&to=2026-01-18").get("groups"))
                .isEqualTo("""
                        [{"day": "2026-01-16", "sessions": 0, "messages": 0, "promptTokens": 0, "completionTokens": 0,
                          "totalTokens": 0, "cost": 0, "durationMs": 0},
                         {"day": "2026-01-17", "sessions": 2, "messages": 1, "promptTokens": 1500, "completionTokens": 500,
                          "totalTokens": 2000, "cost": 0.75, "durationMs": 90000},
                         {"day": "2026-01-18", "sessions": 1, "messages": 0, "promptTokens": 100, "completionTokens": 100,
                          "totalTokens": 200, "cost": 1, "durationMs": 10000}]
                        """);
    }

    @Test
    void withoutBoundsTheDaysGoFromTheFirstToTheLastSession() {
        JsonNode days = stats("groupBy=day").get("groups");

        assertThat(days).hasSize(17);
        assertThat(days.get(0).get("day").asText()).isEqualTo("2026-01-17");
        assertThat(days.get(16).get("day").asText()).isEqualTo("2026-02-02");
    }

    @Test
    void groupsMayBeByMoreThanOneThing() {
        assertThatJson(stats("groupBy=provider,project").get("groups"))
                .inPath("$[*]['provider', 'project', 'totalTokens']")
                .isEqualTo("""
                        [{"provider": "anthropic", "project": "shop", "totalTokens": 1500},
                         {"provider": "anthropic", "project": "blog", "totalTokens": 500},
                         {"provider": "openai", "project": "shop", "totalTokens": 200},
                         {"provider": "unknown", "totalTokens": 50}]
                        """);
        assertThat(stats("groupBy=source&groupBy=day").get("groups")).hasSize(3);
    }

    @Test
    void sameFilterTwiceMeansEitherAndDifferentOnesAllHold() {
        assertThat(stats("model=openai/gpt-5&model=unknown").get("sessionCount").asInt())
                .isEqualTo(2);
        assertThat(stats("project=shop&source=cursor").get("sessionCount").asInt())
                .isEqualTo(1);
        assertThat(stats("provider=anthropic&source=cursor-sync")
                        .get("sessionCount")
                        .asInt())
                .isZero();
    }

    @Test
    void deletedSessionsAreCountedNoMore() {
        assertThat(api.send("DELETE", "/api/sessions/a", BodyPublishers.noBody(), Map.of())
                        .status())
                .isEqualTo(200);

        assertThatJson(stats("groupBy=project&from=2026-01-17&to=2026-01-17"))
                .inPath("$.groups[*].project")
                .isEqualTo("[\"blog\"]");
        assertThat(stats("groupBy=day").get("totalTokens").asInt()).isEqualTo(750);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "groupBy=week | groupBy must be day, model, provider, project or source",
                "groupBy=day,hour | groupBy must be day, model, provider, project or source",
                "from=yesterday | from must be a day such as 2026-01-31",
                "to=2026-02-30 | to must be a day such as 2026-01-31",
                "from=2026-02-01&to=2026-01-31 | from must not be after to",
                "groupBy=day&from=1970-01-01&to=2026-01-01 | These are more than 3660 days; take a shorter time with from and to"
            })
    void whatCannotBeUsedIs400(String query, String error) {
        ApiResponse response = api.get("/api/stats?" + query);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().get("error").asText()).isEqualTo(error);
    }

    private JsonNode stats(String query) {
        return api.get("/api/stats?" + query).json();
    }
}
