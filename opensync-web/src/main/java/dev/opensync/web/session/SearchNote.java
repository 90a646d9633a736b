package dev.opensync.web.session;

import dev.opensync.search.IndexCondition;
import dev.opensync.search.SearchPage;
import dev.opensync.search.SearchType;
import org.jspecify.annotations.Nullable;

/** What a reader should know of how something was found. */
public final class SearchNote {

    private static final int ALL = 100;

    private SearchNote() {}

    /** The name of a text; null if there is nothing to say. */
    public static @Nullable String of(SearchPage page, SearchType asked) {
        if (page.index() == IndexCondition.REBUILDING) {
            return "sessions_search_rebuilding";
        }
        if (asked != SearchType.FULLTEXT && page.type() == SearchType.FULLTEXT) {
            return asked == SearchType.SEMANTIC ? "sessions_search_words_only" : null;
        }
        return page.meaningPercent() != null && page.meaningPercent() < ALL ? "sessions_search_meaning_partly" : null;
    }
}
