package dev.opensync.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the search is doing, seen from one server.
 *
 * @param backend as it is configured
 * @param answers false while this server cannot search
 * @param documents in the index that this server searches; null while it does not answer
 * @param indexes of all servers; one of its own for each, or one that they share
 */
public record SearchState(
        String backend, boolean answers, @Nullable Long documents, List<IndexState> indexes) {

    public SearchState {
        indexes = List.copyOf(indexes);
    }

    /** Nothing is counted further: what it costs to look must not grow with what there is. */
    public static final int MOST_COUNTED = 10_000;

    /**
     * One index.
     *
     * @param here this server searches it
     * @param fed a running server keeps it up to date
     * @param ordered it is to be built anew and that has not begun
     * @param sessions about how many there are
     * @param sessionsDone about how many of them have been read in, if it is being built
     * @param tasksWaiting changes that are not in it yet, counted up to {@link #MOST_COUNTED}
     * @param behindMs the age of the oldest of these; 0 if there is none
     * @param failures messages that it did not take since it was last built, counted up to {@link #MOST_COUNTED}
     */
    public record IndexState(
            long id,
            boolean here,
            boolean fed,
            boolean ordered,
            boolean complete,
            long sessions,
            long sessionsDone,
            long tasksWaiting,
            long behindMs,
            long failures) {

        /** Rounded down, so that 100 means all. */
        public int percent() {
            return complete || sessions == 0 ? 100 : (int) (sessionsDone * 100 / sessions);
        }

        /** More changes may be waiting than were counted. */
        public boolean hasManyWaiting() {
            return tasksWaiting >= MOST_COUNTED;
        }

        /** More messages may have been left out than were counted. */
        public boolean hasManyFailures() {
            return failures >= MOST_COUNTED;
        }
    }
}
