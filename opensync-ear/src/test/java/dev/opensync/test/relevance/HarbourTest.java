package dev.opensync.test.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.test.relevance.KnownQuery.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HarbourTest {

    private static final int FEWEST_SESSIONS = 200;
    private static final long QUERIES_OF_A_KIND = 20;

    private final List<KnownQuery> queries = Harbour.queries();
    private final Map<String, KnownSession> sessionByKey =
            Harbour.sessions().stream().collect(Collectors.toMap(KnownSession::key, Function.identity()));

    @Test
    void corpusIsLargeEnoughToGetLostIn() {
        assertThat(sessionByKey).hasSizeGreaterThanOrEqualTo(FEWEST_SESSIONS);
    }

    @Test
    void eachKindOfQueryWeighsTheSame() {
        assertThat(queries.stream().collect(Collectors.groupingBy(KnownQuery::kind, Collectors.counting())))
                .containsOnlyKeys(Kind.values())
                .allSatisfy((kind, count) -> assertThat(count).isEqualTo(QUERIES_OF_A_KIND));
    }

    @Test
    void everyExpectedSessionIsThere() {
        assertThat(queries)
                .allSatisfy(query ->
                        assertThat(sessionByKey).containsKeys(query.expected().toArray(String[]::new)));
    }

    @Test
    void paraphrasesShareNoContentWordWithTheirAnswer() {
        Map<String, Set<String>> sharedWords = queries.stream()
                .filter(query -> query.kind() == Kind.PARAPHRASE)
                .collect(Collectors.toMap(KnownQuery::text, this::sharedWords));

        assertThat(sharedWords.values()).containsOnly(Set.of());
    }

    private Set<String> sharedWords(KnownQuery query) {
        Set<String> shared = new TreeSet<>(ContentWords.of(query.text()));
        shared.retainAll(ContentWords.of(wordsOfAnswers(query)));
        return shared;
    }

    private String wordsOfAnswers(KnownQuery query) {
        return query.expected().stream()
                .map(key -> Objects.requireNonNull(sessionByKey.get(key)).words())
                .collect(Collectors.joining("\n"));
    }
}
