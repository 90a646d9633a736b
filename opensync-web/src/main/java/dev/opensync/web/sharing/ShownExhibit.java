package dev.opensync.web.sharing;

import dev.opensync.sharing.SharedSession;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.session.SourceBadge;
import org.jspecify.annotations.Nullable;

/**
 * The header of a shared session, every value as it is written.
 *
 * @param title null if it has none
 * @param model null if it is not known
 * @param prompt tokens
 * @param completion tokens
 * @param duration null if none was reported
 * @param created ISO 8601
 * @param date the same, as it is written
 */
public record ShownExhibit(
        SourceBadge badge,
        @Nullable String title,
        @Nullable String model,
        String prompt,
        String completion,
        @Nullable String duration,
        String created,
        String date) {

    static ShownExhibit of(SharedSession session) {
        Long duration = session.durationMs();
        return new ShownExhibit(
                SourceBadge.of(session.source()),
                session.title() == null || session.title().isBlank() ? null : session.title(),
                session.model(),
                Formats.count(session.tokens().prompt()),
                Formats.count(session.tokens().completion()),
                duration == null || duration == 0 ? null : Formats.duration(duration),
                session.createdAt().toString(),
                Formats.date(session.createdAt()));
    }
}
