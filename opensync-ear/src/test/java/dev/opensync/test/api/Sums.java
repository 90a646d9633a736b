package dev.opensync.test.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.ApiClient;

/** What all sessions of an account add up to, counted page by page. */
public record Sums(long sessions, long messages, long tokens) {

    public static Sums of(ApiClient api) {
        Sums sums = new Sums(0, 0, 0);
        JsonNode page = api.get("/api/sessions?limit=200").json();
        sums = sums.plus(page);
        while (page.hasNonNull("nextCursor")) {
            page = api.get("/api/sessions?limit=200&cursor="
                            + page.get("nextCursor").asText())
                    .json();
            sums = sums.plus(page);
        }
        return sums;
    }

    private Sums plus(JsonNode page) {
        Sums sums = this;
        for (JsonNode session : page.get("sessions")) {
            sums = new Sums(
                    sums.sessions + 1,
                    sums.messages + session.get("messageCount").asLong(),
                    sums.tokens + reportedTokens(session));
        }
        return sums;
    }

    /** Sums over messages that stand in for totals the tool never reported are in no total. */
    private static long reportedTokens(JsonNode session) {
        return session.path("tokensEstimated").asBoolean()
                ? 0
                : session.get("totalTokens").asLong();
    }
}
