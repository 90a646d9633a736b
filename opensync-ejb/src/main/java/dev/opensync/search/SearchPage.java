package dev.opensync.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best results, then the next.
 *
 * @param next null on the last page
 * @param complete false while older sessions are still being read into the index
 */
public record SearchPage(
        List<SearchResult> results, @Nullable SearchCursor next, boolean complete) {

    public SearchPage {
        results = List.copyOf(results);
    }
}
