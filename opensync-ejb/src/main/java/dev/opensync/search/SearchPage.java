package dev.opensync.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best results, then the next.
 *
 * @param next null on the last page
 * @param type what the results were found by, which is the words if the meaning cannot be looked for now
 * @param index whether that can be all
 */
public record SearchPage(
        List<SearchResult> results, @Nullable SearchCursor next, SearchType type, IndexCondition index) {

    public SearchPage {
        results = List.copyOf(results);
    }
}
