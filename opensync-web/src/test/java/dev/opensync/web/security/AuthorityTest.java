package dev.opensync.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityTest {

    @ParameterizedTest
    @CsvSource({
        "example.org, example.org,",
        "example.org:8443, example.org, 8443",
        "[::1], [::1],",
        "[::1]:80, [::1], 80",
        "a:abc, a,",
        "a:, a,",
        "a:0, a,",
        "a:99999, a,",
        "a:123456, a,",
        "'', '',",
    })
    void anyTextHasAHostAndMaybeAPort(String text, String host, Integer port) {
        assertThat(Authority.parse(text)).isEqualTo(new Authority(host, port));
    }
}
