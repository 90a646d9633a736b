package dev.opensync.search;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Pieces of one document around what was found, marked with {@link SearchIndex#MARK_START} and its end. */
record Fragments(String documentId, List<String> text, List<String> title, List<String> thinking, List<String> tool) {

    /** From the projections of {@link SearchIndex}, in this order. */
    @SuppressWarnings("unchecked")
    static Fragments of(List<?> projected) {
        return new Fragments(
                (String) projected.get(0),
                (List<String>) projected.get(1),
                (List<String>) projected.get(2),
                (List<String>) projected.get(3),
                (List<String>) projected.get(4));
    }

    List<String> matchedIn() {
        Map<String, List<String>> byPlace =
                new TreeMap<>(Map.of("text", text, "thinking", thinking, "title", title, "tool", tool));
        return byPlace.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Of the place that tells most; null if it was found by something that is not shown, such as its project. */
    @Nullable
    Snippet snippet() {
        for (List<String> place : List.of(text, title, tool, thinking)) {
            if (!place.isEmpty()) {
                return Snippet.of(place);
            }
        }
        return null;
    }
}
