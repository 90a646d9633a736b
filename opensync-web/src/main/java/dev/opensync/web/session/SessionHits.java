package dev.opensync.web.session;

import dev.opensync.search.IndexCondition;
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

    private static final int ALL = 100;

    SessionHits {
        results = List.copyOf(results);
    }

    static SessionHits of(List<SearchResult> results, SearchPage last, SearchType asked) {
        return new SessionHits(results, last.next() == null ? null : last.next().toString(), note(last, asked));
    }

    private static @Nullable String note(SearchPage page, SearchType asked) {
        if (page.index() == IndexCondition.REBUILDING) {
            return "sessions_search_rebuilding";
        }
        if (asked != SearchType.FULLTEXT && page.type() == SearchType.FULLTEXT) {
            return asked == SearchType.SEMANTIC ? "sessions_search_words_only" : null;
        }
        return page.meaningPercent() != null && page.meaningPercent() < ALL ? "sessions_search_meaning_partly" : null;
    }
}
