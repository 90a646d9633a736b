package dev.opensync.test.api;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SystemTest
@Tag("database")
class AnalyticsIT {

    private final ApiClient api;

    AnalyticsIT(TestServer server) {
        api = OtherAccount.client(server, "SYNC,READ");
    }

    @BeforeEach
    void sync() {
        UsageSample.sync(api);
    }

    @Test
    void overviewComparesWithTheDaysBefore() {
        assertThatJson(api.get("/api/analytics/overview?from=2026-01-18&to=2026-01-19")
                        .body())
                .isEqualTo("""
                        {"current": {"from": "2026-01-18", "to": "2026-01-19", "models": 1, "projects": 1,
                                     "usage": {"sessions": 1, "messages": 0, "promptTokens": 100, "completionTokens": 100,
                                               "totalTokens": 200, "cost": 1, "durationMs": 10000}},
                         "previous": {"from": "2026-01-16", "to": "2026-01-17", "models": 1, "projects": 2,
                                      "usage": {"sessions": 2, "messages": 1, "promptTokens": 1500, "completionTokens": 500,
                                                "totalTokens": 2000, "cost": 0.75, "durationMs": 90000}},
                         "change": {"sessions": -0.5, "messages": -1, "totalTokens": -0.9, "cost": 0.3333,
                                    "durationMs": -0.8889},
                         "efficiency": {"costPerSession": 1, "costPerThousandTokens": 5, "promptPerCompletion": 1,
                                        "tokensPerSession": 200, "tokensPerMessage": 0}}
                        """);
    }

    @Test
    void overviewIsOfTheLastThirtyDays() {
        api.post("/sync/session", "{\"externalId\": \"now\", \"promptTokens\": 5}");

        JsonNode overview = json("overview");

        assertThat(overview.at("/current/usage/sessions").asInt()).isEqualTo(1);
        assertThat(overview.get("change").isEmpty()).isTrue();
    }

    @Test
    void modelsComeWithTheirShare() {
        assertThatJson(api.get("/api/analytics/by-model?from=2026-01-01&to=2026-01-31&limit=1")
                        .body())
                .isEqualTo("""
                        {"from": "2026-01-01", "to": "2026-01-31", "modelCount": 2,
                         "models": [{"usage": {"model": "claude-sonnet-4", "sessions": 2, "messages": 1,
                                               "promptTokens": 1500, "completionTokens": 500, "totalTokens": 2000,
                                               "cost": 0.75, "durationMs": 90000},
                                     "averageDurationMs": 45000, "tokenShare": 0.9091}]}
                        """);
    }

    @Test
    void oneModelIsShownDayByDayAndByProject() {
        JsonNode model = json("model/claude-sonnet-4?from=2026-01-16&to=2026-01-18");

        assertThatJson(model).inPath("$.days[*].totalTokens").isEqualTo("[0, 2000, 0]");
        assertThatJson(model).inPath("$.projects[*].project").isEqualTo("[\"shop\", \"blog\"]");
        assertThat(model.at("/usage/sessions").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"openai/gpt-5, 200", "unknown, 200", "gpt-5, 404", "openai, 404"})
    void modelsHaveTheirWholeName(String name, int status) {
        assertThat(api.get("/api/analytics/model/" + name).status()).isEqualTo(status);
    }

    @Test
    void weeksBeginOnSundayAndSumsGrow() {
        JsonNode weeks = json("trends?period=weekly&from=2026-01-15&to=2026-01-26");
        JsonNode growing = json("trends?period=weekly&from=2026-01-15&to=2026-01-26&cumulative=true");

        assertThatJson(weeks).inPath("$.points[*].day").isEqualTo("[\"2026-01-11\", \"2026-01-18\", \"2026-01-25\"]");
        assertThatJson(weeks).inPath("$.points[*].totalTokens").isEqualTo("[2000, 200, 0]");
        assertThatJson(growing).inPath("$.points[*].totalTokens").isEqualTo("[2000, 2200, 2200]");
    }

    @Test
    void thirtyPeriodsAreTheUsual() {
        assertThat(json("trends").get("points")).hasSize(30);
        assertThat(json("trends?period=weekly").get("points")).hasSize(30);
        assertThat(json("trends?period=monthly").get("points")).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trends?period=yearly | period must be daily, weekly or monthly",
                "trends?cumulative=perhaps | cumulative must be true or false",
                "by-model?limit=0 | limit must be a whole number from 1 to 200",
                "overview?from=x | from must be a day such as 2026-01-31"
            })
    void whatCannotBeUsedIs400(String path, String error) {
        assertThat(json(path).get("error").asText()).isEqualTo(error);
    }

    private JsonNode json(String path) {
        return api.get("/api/analytics/" + path).json();
    }
}
