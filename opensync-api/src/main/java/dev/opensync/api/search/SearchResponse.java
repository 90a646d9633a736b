package dev.opensync.api.search;

import dev.opensync.search.SearchCursor;
import dev.opensync.search.SearchPage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of results, the best first; {@code nextCursor} is absent on the last one. */
public record SearchResponse(
        List<SearchResultResponse> results, @Nullable String nextCursor) {

    static SearchResponse of(SearchPage page) {
        SearchCursor next = page.next();
        return new SearchResponse(
                page.results().stream().map(SearchResultResponse::of).toList(), next == null ? null : next.toString());
    }
}
