package dev.opensync.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions of an account are listed, and in what order. A condition that is null does not count; names are compared
 * exactly.
 *
 * @param project its name, or its path where it has a slash or backslash
 * @param marks what its owner said of it
 * @param from created then or later
 * @param until created before
 * @param order descending unless {@code ascending}; the row id decides between equal values
 */
public record SessionListing(
        @Nullable String source,
        @Nullable String project,
        @Nullable String model,
        @Nullable String provider,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Boolean shared,
        @Nullable Boolean evalReady,
        MarkCondition marks,
        SessionOrder order,
        boolean ascending) {

    /** All of them, newest change first. */
    public static final SessionListing NEWEST_FIRST = new SessionListing(
            null, null, null, null, null, null, null, null, MarkCondition.ANY, SessionOrder.UPDATED_AT, false);

    /** The same ones in another order. */
    public SessionListing by(SessionOrder another) {
        return new SessionListing(
                source, project, model, provider, from, until, shared, evalReady, marks, another, ascending);
    }
}
