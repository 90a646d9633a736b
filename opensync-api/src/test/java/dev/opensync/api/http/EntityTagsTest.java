package dev.opensync.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    private static final String TAG = "W/\"abc\"";

    @ParameterizedTest
    @ValueSource(strings = {"W/\"abc\"", "\"abc\"", "\"x\", W/\"abc\"", "*"})
    void knownTagsAreFound(String header) {
        assertThat(EntityTags.contain(header, TAG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"ab\"", "abc", "W/\"abcd\", \"x\""})
    void otherTagsAreNot(String header) {
        assertThat(EntityTags.contain(header, TAG)).isFalse();
        assertThat(EntityTags.contain(header, null)).isFalse();
    }
}
