package dev.opensync.sync;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;

/** The database refused a transaction; says whether the same one may succeed later. */
@ApplicationException(rollback = true)
public final class StorageException extends RuntimeException {

    /** MySQL: lock wait timeout, deadlock, duplicate key. Two writers met; the loser only has to try again. */
    private static final Set<Integer> LOST_RACE = Set.of(1205, 1213, 1062);

    /** MySQL: read-only server, which a group member is until it is elected. */
    private static final Set<Integer> READ_ONLY = Set.of(1290, 1836);

    private static final String CONNECTION_STATE = "08";

    private final boolean lostRace;
    private final boolean unavailable;

    private StorageException(Throwable cause, boolean unavailable) {
        super(cause);
        this.unavailable = unavailable;
        lostRace = false;
    }

    /** The commit failed: the database is away, or nobody knows. */
    static StorageException ofCommit(RuntimeException cause) {
        return new StorageException(cause, true);
    }

    /** Something in the data that the code did not expect; trying again changes nothing. */
    static StorageException ofDefect(RuntimeException cause) {
        return new StorageException(cause, false);
    }

    StorageException(SQLException cause) {
        super(cause);
        lostRace = anyCause(cause, e -> LOST_RACE.contains(e.getErrorCode()));
        unavailable = anyCause(
                cause,
                e -> READ_ONLY.contains(e.getErrorCode())
                        || e.getSQLState() == null
                        || e.getSQLState().startsWith(CONNECTION_STATE));
    }

    /** Another writer was first; trying again at once is right. */
    boolean lostRace() {
        return lostRace;
    }

    /** The database cannot be reached or does not write at the moment; nothing is wrong with the data. */
    boolean unavailable() {
        return unavailable;
    }

    private static boolean anyCause(SQLException first, Predicate<SQLException> test) {
        for (Throwable cause = first; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && test.test(e)) {
                return true;
            }
        }
        return false;
    }
}
