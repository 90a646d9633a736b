package dev.opensync.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best results, then the next.
 *
 * @param next null on the last page
 * @param type what the results were found by, which is the words if the meaning cannot be looked for now
 * @param meaningPercent how much of what was said is known by its meaning; null if the results were found by the words
 * @param index whether that can be all
 */
public record SearchPage(
        List<SearchResult> results,
        @Nullable SearchCursor next,
        SearchType type,
        @Nullable Integer meaningPercent,
        IndexCondition index) {

    public SearchPage {
        results = List.copyOf(results);
    }
}
