package dev.opensync.web.session;

import dev.opensync.session.SessionSummary;
import dev.opensync.web.faces.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sessions on a line of time, one track for each project; the project with the newest session first.
 *
 * @param marks times at equal distances, from the first beginning of a session to the last
 */
public record SessionTimeline(List<Track> tracks, List<Mark> marks) {

    private static final int MARKS = 5;
    private static final int COLOURS = 6;
    private static final double LEAST_WIDTH = 0.02;
    private static final double MOST_WIDTH = 0.3;

    /** What the least width that can be read takes of the narrowest line. */
    private static final double READABLE_WIDTH = 0.07;

    public SessionTimeline {
        tracks = List.copyOf(tracks);
        marks = List.copyOf(marks);
    }

    /**
     * The sessions of a project.
     *
     * @param project null for those that have none
     * @param colour from 1
     * @param rows how many sessions stand one above the other where they overlap
     */
    public record Track(@Nullable String project, int colour, int rows, List<Clip> clips) {

        public Track {
            clips = List.copyOf(clips);
        }
    }

    /**
     * A session; {@code left} and {@code width} are shares of the line.
     *
     * @param title null if it has none
     * @param duration null if it was not reported
     * @param row from 0
     */
    public record Clip(
            String id,
            @Nullable String title,
            @Nullable String duration,
            String created,
            String left,
            String width,
            int row) {}

    /** A time, and where on the line it stands. */
    public record Mark(String iso, String left) {}

    static SessionTimeline of(List<SessionSummary> sessions) {
        long first = sessions.stream().mapToLong(SessionTimeline::created).min().orElse(0);
        long last = sessions.stream().mapToLong(SessionTimeline::created).max().orElse(0);
        long range = Math.max(1, last - first);
        Map<String, List<SessionSummary>> byProject = new LinkedHashMap<>();
        for (SessionSummary session : sessions) {
            String project = ShownSession.project(session);
            byProject
                    .computeIfAbsent(Objects.requireNonNullElse(project, ""), unknown -> new ArrayList<>())
                    .add(session);
        }
        List<Track> tracks = new ArrayList<>();
        byProject.forEach((project, ofProject) ->
                tracks.add(track(project, tracks.size() % COLOURS + 1, ofProject, first, range)));
        return new SessionTimeline(tracks, sessions.isEmpty() ? List.of() : marks(first, range));
    }

    private static List<Mark> marks(long first, long range) {
        return IntStream.range(0, MARKS)
                .mapToDouble(number -> number / (MARKS - 1.0))
                .mapToObj(share -> new Mark(
                        Instant.ofEpochMilli(first + Math.round(share * range)).toString(), written(share)))
                .toList();
    }

    private static Track track(String project, int colour, List<SessionSummary> sessions, long first, long range) {
        List<Double> freeFrom = new ArrayList<>();
        List<Clip> clips = new ArrayList<>();
        for (int i = sessions.size() - 1; i >= 0; i--) {
            SessionSummary session = sessions.get(i);
            double left = (created(session) - first) / (double) range;
            double width = width(session.durationMs(), range);
            int row = firstFree(freeFrom, left);
            freeFrom.set(row, left + Math.max(width, READABLE_WIDTH));
            clips.add(clip(session, left, width, row));
        }
        return new Track(project.isEmpty() ? null : project, colour, freeFrom.size(), clips);
    }

    private static Clip clip(SessionSummary session, double left, double width, int row) {
        Long duration = session.durationMs();
        return new Clip(
                session.id(),
                session.title() == null || session.title().isBlank() ? null : session.title(),
                duration == null || duration == 0 ? null : Formats.duration(duration),
                session.createdAt().toString(),
                written(left),
                written(width),
                row);
    }

    /** {@code freeFrom}: for each row, where its last session ends. */
    private static int firstFree(List<Double> freeFrom, double left) {
        for (int row = 0; row < freeFrom.size(); row++) {
            if (freeFrom.get(row) <= left) {
                return row;
            }
        }
        freeFrom.add(left);
        return freeFrom.size() - 1;
    }

    private static double width(@Nullable Long durationMs, long range) {
        double share = durationMs == null ? 0 : durationMs / (double) range;
        return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, share));
    }

    private static long created(SessionSummary session) {
        return session.createdAt().toEpochMilli();
    }

    private static String written(double share) {
        return String.format(Locale.ROOT, "%.4f", share);
    }
}
