package dev.opensync.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceBadgeTest {

    @Test
    void knownToolsHaveTheirLettersAndHue() {
        assertThat(SourceBadge.of("claude-code")).isEqualTo(new SourceBadge("CC", "Claude Code", "claude-code"));
        assertThat(SourceBadge.of("cursor-sync").letters()).isEqualTo("CR");
    }

    @Test
    void unknownToolsShowTheNameTheySent() {
        assertThat(SourceBadge.of("pi:macbook:interactive"))
                .isEqualTo(new SourceBadge("PM", "pi:macbook:interactive", "other"));
        assertThat(SourceBadge.of("aider").letters()).isEqualTo("AI");
        assertThat(SourceBadge.of("::").letters()).isEqualTo("?");
    }
}
