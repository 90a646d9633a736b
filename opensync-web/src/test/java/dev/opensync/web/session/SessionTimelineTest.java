package dev.opensync.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.opensync.session.SessionSummary;
import dev.opensync.shared.TokenUsage;
import dev.opensync.web.session.SessionTimeline.Clip;
import dev.opensync.web.session.SessionTimeline.Mark;
import dev.opensync.web.session.SessionTimeline.Track;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionTimelineTest {

    @Test
    void projectsStandInTheOrderOfTheirNewestSession() {
        SessionTimeline timeline =
                SessionTimeline.of(List.of(session("shop", 9, null), session(null, 5, null), session("shop", 1, null)));

        assertThat(timeline.tracks()).extracting(Track::project).containsExactly("shop", null);
        assertThat(timeline.tracks().get(0).clips()).extracting(Clip::created).isSorted();
    }

    @Test
    void widthIsTheDurationBetweenAFiftiethAndAThird() {
        SessionTimeline timeline = SessionTimeline.of(List.of(
                session("a", 100, null), session("b", 50, 10_000L), session("c", 20, 90_000L), session("d", 0, 100L)));

        assertThat(timeline.tracks())
                .flatExtracting(Track::clips)
                .extracting(Clip::left, Clip::width)
                .containsExactly(
                        tuple("1.0000", "0.0200"),
                        tuple("0.5000", "0.1000"),
                        tuple("0.2000", "0.3000"),
                        tuple("0.0000", "0.0200"));
    }

    @Test
    void overlappingSessionsStandAboveEachOther() {
        SessionTimeline timeline = SessionTimeline.of(
                List.of(session("a", 100, null), session("a", 5, 40_000L), session("a", 0, 40_000L)));

        assertThat(timeline.tracks()).singleElement().satisfies(track -> {
            assertThat(track.rows()).isEqualTo(2);
            assertThat(track.clips()).extracting(Clip::row).containsExactly(0, 1, 0);
        });
    }

    @Test
    void marksStandAtEqualDistances() {
        SessionTimeline timeline = SessionTimeline.of(List.of(session("a", 100, null), session("a", 0, null)));

        assertThat(timeline.marks())
                .extracting(Mark::left)
                .containsExactly("0.0000", "0.2500", "0.5000", "0.7500", "1.0000");
    }

    @Test
    void oneSessionHasALineOfItsOwn() {
        assertThat(SessionTimeline.of(List.of(session("a", 3, 1_000L))).tracks())
                .singleElement()
                .extracting(track -> track.clips().get(0).left())
                .isEqualTo("0.0000");
    }

    private static SessionSummary session(@Nullable String project, long second, @Nullable Long durationMs) {
        return new SessionSummary(
                "id",
                "external",
                "Title",
                null,
                project,
                null,
                null,
                "pi",
                new TokenUsage(0, 0),
                false,
                new TokenUsage(0, 0),
                0,
                durationMs,
                0,
                false,
                false,
                null,
                Instant.ofEpochSecond(second),
                Instant.ofEpochSecond(second));
    }
}
