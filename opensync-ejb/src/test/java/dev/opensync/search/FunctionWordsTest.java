package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionWordsTest {

    @ParameterizedTest
    @CsvSource({"why is The build slow,build slow", "to be or to be,to be or to be", "while not done,while not done"})
    void wordsThatAreInEveryTextCountOnlyAlone(String words, String telling) {
        List<SearchTerm> terms = Stream.of(words.split(" ", -1))
                .map(word -> new SearchTerm(word, false))
                .toList();

        assertThat(FunctionWords.without(terms)).extracting(SearchTerm::text).containsExactly(telling.split(" ", -1));
    }
}
