package dev.opensync.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.search.SearchField;
import dev.opensync.search.SearchFilter;
import dev.opensync.session.EvalStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvalStatusTest {

    @ParameterizedTest
    @EnumSource(EvalStatus.class)
    void everyOneCanBeSearchedFor(EvalStatus status) {
        assertThat(SearchFilter.of(SearchField.STATUS, status.wireName()))
                .contains(new SearchFilter(SearchField.STATUS, status.name()));
    }
}
