package dev.opensync.test.relevance;

import dev.opensync.test.relevance.KnownQuery.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What was found for each query by each type of search. */
record Answers(Map<String, Map<KnownQuery, List<String>>> foundByType) {

    /** {@code search}: the keys found for a query by a type, the best first. */
    static Answers of(
            List<String> types, List<KnownQuery> queries, BiFunction<KnownQuery, String, List<String>> search) {
        Map<String, Map<KnownQuery, List<String>>> foundByType = new LinkedHashMap<>();
        for (String type : types) {
            Map<KnownQuery, List<String>> found = new LinkedHashMap<>();
            queries.forEach(query -> found.put(query, search.apply(query, type)));
            foundByType.put(type, found);
        }
        return new Answers(foundByType);
    }

    double meanReciprocalRank(String type) {
        return meanReciprocalRank(type, query -> true);
    }

    double meanReciprocalRank(String type, Kind kind) {
        return meanReciprocalRank(type, query -> query.kind() == kind);
    }

    private double meanReciprocalRank(String type, Predicate<KnownQuery> choice) {
        return found(type).entrySet().stream()
                .filter(answer -> choice.test(answer.getKey()))
                .mapToDouble(answer -> answer.getKey().reciprocalRank(answer.getValue()))
                .average()
                .orElseThrow();
    }

    /** The table, and each query with its rank by each type. */
    String report() {
        String table = foundByType.keySet().stream().map(this::line).collect(Collectors.joining());
        String queries = foundByType.values().iterator().next().keySet().stream()
                .map(this::line)
                .collect(Collectors.joining());
        return "%-10s %6s %8s %11s %6s%n%s%n%s".formatted("", "exact", "natural", "paraphrase", "all", table, queries);
    }

    private String line(String type) {
        return String.format(
                Locale.ROOT,
                "%-10s %6.3f %8.3f %11.3f %6.3f%n",
                type,
                meanReciprocalRank(type, Kind.EXACT),
                meanReciprocalRank(type, Kind.NATURAL),
                meanReciprocalRank(type, Kind.PARAPHRASE),
                meanReciprocalRank(type));
    }

    private String line(KnownQuery query) {
        String ranks = foundByType.keySet().stream()
                .map(type -> String.format(
                        Locale.ROOT,
                        "%4.2f",
                        query.reciprocalRank(Objects.requireNonNull(found(type).get(query)))))
                .collect(Collectors.joining("  "));
        return "%s  %s%n".formatted(ranks, query.text());
    }

    private Map<KnownQuery, List<String>> found(String type) {
        return Objects.requireNonNull(foundByType.get(type));
    }
}
