package dev.opensync.web.session;

import dev.opensync.search.SearchPage;
import dev.opensync.search.SearchResult;
import dev.opensync.search.SearchType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of what a search of the list found.
 *
 * @param next where the stretch after it begins; null on the last
 * @param note what the reader should know of it, the name of a text; null if nothing
 */
record SessionHits(
        List<SearchResult> results,
        @Nullable String next,
        @Nullable String note) {

    static final SessionHits AWAY = new SessionHits(List.of(), null, "sessions_search_away");
    static final SessionHits TOO_LONG = new SessionHits(List.of(), null, "sessions_search_long");

    SessionHits {
        results = List.copyOf(results);
    }

    static SessionHits of(List<SearchResult> results, SearchPage last, SearchType asked) {
        return new SessionHits(
                results, last.next() == null ? null : last.next().toString(), SearchNote.of(last, asked));
    }
}
