package dev.opensync.eval.export;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a prompt asks for, by the words in it; the first type with one of its words counts. */
enum TaskType {
    BUG_FIX("fix bug error"),
    CODE_GENERATION("write create implement"),
    EXPLANATION("explain what"),
    REFACTORING("refactor improve"),
    GENERAL("");

    private final String words;

    TaskType(String words) {
        this.words = words;
    }

    static TaskType of(Iterable<String> prompt) {
        Set<TaskType> named = EnumSet.of(GENERAL);
        for (String piece : prompt) {
            String lowerCase = piece.toLowerCase(Locale.ROOT);
            for (TaskType type : values()) {
                if (Stream.of(type.words.split(" ", -1)).anyMatch(lowerCase::contains)) {
                    named.add(type);
                }
            }
        }
        return named.iterator().next();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
