package dev.opensync.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @Test
    void ownPagesAreGoneBackTo() {
        assertThat(LocalPath.orHome("/session?id=a%20b")).isEqualTo("/session?id=a%20b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "javascript:alert(1)",
                "/a\r\nSet-Cookie: b=c",
                "",
                "sessions"
            })
    void everythingElseLeadsHome(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo("/overview");
    }

    @Test
    void nothingLeadsHome() {
        assertThat(LocalPath.orHome(null)).isEqualTo("/overview");
    }
}
