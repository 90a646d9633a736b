package dev.opensync.sync;

import dev.opensync.shared.DatabaseOutage;
import dev.opensync.shared.LostRace;
import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/** The database refused a transaction; says whether the same one may succeed later. */
@ApplicationException(rollback = true)
public final class StorageException extends RuntimeException {

    private final boolean lostRace;
    private final boolean unavailable;

    private StorageException(Throwable cause, boolean unavailable) {
        super(cause);
        this.unavailable = unavailable;
        lostRace = false;
    }

    /** The commit failed: the database is away, or nobody knows. */
    static StorageException ofCommit(SQLException cause) {
        return new StorageException(cause, true);
    }

    /** Something in the data that the code did not expect; trying again changes nothing. */
    static StorageException ofDefect(RuntimeException cause) {
        return new StorageException(cause, false);
    }

    public StorageException(SQLException cause) {
        super(cause);
        lostRace = LostRace.isBehind(cause);
        unavailable = DatabaseOutage.isBehind(cause);
    }

    /** Another writer was first; trying again at once is right. */
    public boolean lostRace() {
        return lostRace;
    }

    /** The database cannot be reached or does not write at the moment; nothing is wrong with the data. */
    boolean unavailable() {
        return unavailable;
    }
}
