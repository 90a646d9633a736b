package dev.opensync.search;

import java.util.List;

/**
 * How the passages of a session are brought up to date.
 *
 * @param work the reason for it
 * @param first the first message whose passages the indexes have to look at again
 * @param last the last of them; less than {@code first} if there are none
 * @param restFrom the message at which it goes on another time; {@link #COMPLETE} if it need not
 */
record PassageChange(
        PassageWork work, int first, int last, List<StoredPassage> removed, List<Passage> added, int restFrom) {

    static final int COMPLETE = -1;

    PassageChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    boolean isComplete() {
        return restFrom == COMPLETE;
    }
}
