package dev.opensync.search;

import org.jspecify.annotations.Nullable;

/**
 * What the database knows of an index.
 *
 * @param rebuildAfter sessions with larger row ids still have to be read in; null once the index is complete
 */
record SearchIndexState(long id, int format, @Nullable Long rebuildAfter) {}
