package dev.opensync.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sync/session",
                "//sync/session",
                "/sync//session/",
                "/opensync.convex.site/sync/session",
                "//x.convex.site//sync/session//"
            })
    void oddSpellingsMeanTheSamePath(String path) {
        assertThat(ApiPath.of(path)).contains("/sync/session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "/sessions", "/healthz", "/a/sync/session", "/a.convex.site", "/synchron/session"})
    void otherPathsAreNotOfTheEdges(String path) {
        assertThat(ApiPath.of(path)).isEmpty();
    }

    @Test
    void onlyOnePrefixIsTakenOff() {
        assertThat(ApiPath.of("/a.convex.site/b.convex.site/health")).isEmpty();
    }
}
