package dev.opensync.bench.search;

import java.util.List;

/**
 * A session of the generated history.
 *
 * @param number from 0
 * @param texts of its messages, the first by the user, the next by the assistant, and so on
 */
public record GeneratedSession(int number, int user, String title, List<String> texts) {

    public GeneratedSession {
        texts = List.copyOf(texts);
    }

    String externalId() {
        return "session-%07d".formatted(number);
    }

    /** Also the name of its project. */
    String userName() {
        return GeneratedHistory.userName(user);
    }

    static String role(int index) {
        return index % 2 == 0 ? "user" : "assistant";
    }
}
