package dev.opensync.search;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows of an index.
 *
 * @param owned true if this node feeds it
 * @param rebuildAfter sessions with larger row ids still have to be read in; null once the index is complete
 * @param generation of the documents that were written since it was last begun to be built
 * @param ordered true if it is to be built anew
 * @param behindMs the age of the oldest change that is not in the index yet; 0 if there is none
 */
record SearchIndexState(
        long id,
        boolean owned,
        int format,
        @Nullable Long rebuildAfter,
        long generation,
        boolean ordered,
        long behindMs) {

    /** Where a rebuild begins that starts with an empty index, and one that replaces what is there: ids begin at 1. */
    static final long FROM_NOTHING = 0;

    static final long REPLACING = -1;

    /** None of the older sessions has been read in. */
    boolean isUnbuilt() {
        return Objects.equals(rebuildAfter, FROM_NOTHING);
    }
}
