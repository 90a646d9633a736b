package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Three sessions of a reader that say something of a kingfisher. */
final class RiverSessions {

    private RiverSessions() {}

    /** Until they are found. */
    static void syncThree(Reader reader) {
        sync(reader, "Dives", "Where does the kingfisher dive?\\r\\n\\r\\n```js\\nconst bird = `<b>&amp;</b>`;\\n```");
        sync(reader, "Nests", "The kingfisher nests in <banks>, 漢字 😀");
        sync(reader, "Feeds", "What a kingfisher eats");
        await().until(() -> reader.api()
                        .get("/api/search?q=kingfisher")
                        .json()
                        .path("results")
                        .size()
                == 3);
    }

    /** Ten messages before and after the one with {@code text}. */
    private static void sync(Reader reader, String title, String text) {
        String messages = IntStream.rangeClosed(1, 21)
                .mapToObj(n -> "{\"sessionExternalId\": \"ID\", \"externalId\": \"m" + n + "\", \"role\": \""
                        + (n % 2 == 1 ? "user" : "assistant") + "\", \"textContent\": \""
                        + (n == 11 ? text : "Note " + n + " about something else entirely") + "\"}")
                .collect(Collectors.joining(","));
        reader.sync(
                "/sync/batch",
                ("{\"sessions\": [{\"externalId\": \"ID\", \"title\": \"" + title
                                + "\", \"projectPath\": \"/home/me/river\", \"model\": \"claude-sonnet-4\"}], \"messages\": ["
                                + messages + "]}")
                        .replace("\"ID\"", "\"" + title + "\""));
    }
}
