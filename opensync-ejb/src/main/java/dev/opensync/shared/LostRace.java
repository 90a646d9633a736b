package dev.opensync.shared;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;

/** Tells a transaction that another one was in the way of from one that cannot succeed. */
public final class LostRace {

    /** MySQL: lock wait timeout, deadlock, duplicate key. Two writers met; the loser only has to try again. */
    private static final Set<Integer> CODES = Set.of(1205, 1213, 1062);

    private static final int MOST_TRIES = 5;

    private LostRace() {}

    /** Whether that is why {@code failure} came about; then trying again at once is right. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && CODES.contains(e.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    /** Tries a whole transaction again while other writers are first, a few times. */
    public static <T> T untilWon(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (!isBehind(e) || attempt == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** The same for one without a result. */
    public static void untilWon(Runnable transaction) {
        untilWon(() -> {
            transaction.run();
            return true;
        });
    }
}
