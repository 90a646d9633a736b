package dev.opensync.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallKindTest {

    @ParameterizedTest
    @CsvSource({
        "/sync/message, SYNC",
        "/api/mutation, SYNC",
        "/api/search, SEARCH",
        "/api/context, SEARCH",
        "/api/sessions, READ"
    })
    void pathsHaveAKind(String path, CallKind kind) {
        assertThat(CallKind.of(path)).isEqualTo(kind);
    }
}
