package dev.opensync.sync;

import dev.opensync.shared.DatabaseOutage;
import jakarta.ejb.ApplicationException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

/** The database refused a transaction; says whether the same one may succeed later. */
@ApplicationException(rollback = true)
public final class StorageException extends RuntimeException {

    /** MySQL: lock wait timeout, deadlock, duplicate key. Two writers met; the loser only has to try again. */
    private static final Set<Integer> LOST_RACE = Set.of(1205, 1213, 1062);

    private static final int MAX_RACES = 5;

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

    public StorageException(SQLException cause) {
        super(cause);
        lostRace = isLostRace(cause);
        unavailable = DatabaseOutage.isBehind(cause);
    }

    /** Another writer was first; trying again at once is right. */
    public boolean lostRace() {
        return lostRace;
    }

    /** Tries a whole transaction again while other writers are first, a few times. */
    public static <T> T untilWon(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (StorageException e) {
                if (!e.lostRace || attempt == MAX_RACES) {
                    throw e;
                }
            }
        }
    }

    /** The database cannot be reached or does not write at the moment; nothing is wrong with the data. */
    boolean unavailable() {
        return unavailable;
    }

    private static boolean isLostRace(SQLException first) {
        for (Throwable cause = first; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && LOST_RACE.contains(e.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
