package dev.opensync.test.web;

import dev.opensync.test.api.Synced;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Four sessions of the last weeks: two two days ago, one five days ago, one forty. */
final class UsageSessions {

    private UsageSessions() {}

    static void sync(Reader reader) {
        sync(reader, 2, "Sell more", "claude-sonnet-4", "shop", "claude-code", 1_200_000, 300_000, "12.5", 3_600_000);
        sync(reader, 2, "Write less", "claude-sonnet-4", "blog", "claude-code", 300_000, 200_000, "10", 60_000);
        sync(reader, 5, "Pay later", "openai/gpt-5", "shop", "cursor", 100_000, 100_000, "1", 30_000);
        sync(reader, 40, "Long ago", "openai/gpt-5", "shop", "cursor", 500_000, 0, "2", 30_000);
    }

    static LocalDate daysAgo(int days) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(days);
    }

    private static void sync(
            Reader reader,
            int daysAgo,
            String title,
            String model,
            String project,
            String source,
            long prompt,
            long completion,
            String cost,
            long durationMs) {
        String id = Synced.newId();
        reader.sync("/sync/batch", """
                {"sessions": [{"externalId": "%s", "title": "%s", "model": "%s", "projectName": "%s", "source": "%s",
                  "promptTokens": %d, "completionTokens": %d, "cost": %s, "durationMs": %d,
                  "createdAt": "%sT12:00:00Z"}],
                 "messages": [{"sessionExternalId": "%s", "externalId": "m", "role": "user", "textContent": "hello"}]}
                """.formatted(
                        id, title, model, project, source, prompt, completion, cost, durationMs, daysAgo(daysAgo), id));
    }
}
