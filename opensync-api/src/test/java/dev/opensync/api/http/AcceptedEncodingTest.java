package dev.opensync.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedEncodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate, GZIP;q=0.5", "br,gzip ,zstd", "gzip; q=1.0"})
    void gzipIsWanted(String header) {
        assertThat(AcceptedEncoding.isGzip(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "gzip;q=0", "gzip; q=0.000, br", "xgzip"})
    void gzipIsNotWanted(String header) {
        assertThat(AcceptedEncoding.isGzip(header)).isFalse();
    }

    @Test
    void nothingSaidIsNotWanted() {
        assertThat(AcceptedEncoding.isGzip(null)).isFalse();
    }
}
