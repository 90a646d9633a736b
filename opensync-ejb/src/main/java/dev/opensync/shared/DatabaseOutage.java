package dev.opensync.shared;

import java.sql.SQLException;
import java.util.Set;

/** Tells a database that is away, or does not take writes at the moment, from one that refuses what it was asked. */
public final class DatabaseOutage {

    /** MySQL: read-only server, which a group member is until it is elected. */
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1836);

    private static final String CONNECTION_STATE = "08";

    private DatabaseOutage() {}

    /** Whether that is why {@code failure} came about; then the same may succeed later. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && isOutage(refused)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(SQLException refused) {
        // A pool that finds no connection gives no state.
        return refused.getSQLState() == null
                || refused.getSQLState().startsWith(CONNECTION_STATE)
                || READ_ONLY.contains(refused.getErrorCode());
    }
}
