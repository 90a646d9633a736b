package dev.opensync.web.context;

import dev.opensync.library.SavedSearchSummary;
import dev.opensync.web.faces.QueryString;
import java.time.Instant;
import java.util.Objects;

/**
 * A saved search as the page lists it.
 *
 * @param parameters of the address that runs it again
 * @param used when it was run or saved last
 */
public record ShownSearch(long id, String name, String words, String parameters, boolean open, When used) {

    /** {@code open}: id of the one whose results are shown. */
    static ShownSearch of(SavedSearchSummary search, String open, Instant now) {
        String id = Long.toString(search.id());
        QueryString address = QueryString.EMPTY
                .with("q", search.terms().words())
                .with("type", search.terms().type().wireName())
                .with("limit", Integer.toString(search.terms().limit()))
                .with("maxTokens", Integer.toString(search.terms().maxTokens()))
                .with("saved", id);
        return new ShownSearch(
                search.id(),
                search.terms().name(),
                search.terms().words(),
                address.afterPath(),
                id.equals(open),
                When.of(Objects.requireNonNullElse(search.lastUsedAt(), search.createdAt()), now));
    }
}
