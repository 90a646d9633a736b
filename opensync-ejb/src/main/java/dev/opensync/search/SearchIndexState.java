package dev.opensync.search;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the database knows of an index.
 *
 * @param rebuildAfter sessions with larger row ids still have to be read in; null once the index is complete
 */
record SearchIndexState(long id, int format, @Nullable Long rebuildAfter) {

    /** None of the older sessions has been read in. */
    boolean isUnbuilt() {
        return Objects.equals(rebuildAfter, 0L);
    }

    SearchIndexState unbuilt() {
        return new SearchIndexState(id, MessageDocument.FORMAT, 0L);
    }
}
