package dev.opensync.api.search;

import dev.opensync.api.http.PageLimit;
import dev.opensync.api.security.CallerContext;
import dev.opensync.search.SearchCursor;
import dev.opensync.search.SearchField;
import dev.opensync.search.SearchFilter;
import dev.opensync.search.SearchPage;
import dev.opensync.search.SearchQuery;
import dev.opensync.search.SearchQueryParser;
import dev.opensync.search.SearchService;
import dev.opensync.search.SearchType;
import dev.opensync.shared.OpenSyncException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the caller's sessions by what was said and done in them. */
@Path("search")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    private static final int DEFAULT_LIMIT = 20;

    /** How the answer was found, whatever {@code type} asked for. */
    private static final String TYPE_HEADER = "X-Search-Type";

    /** {@code rebuilding} while older sessions may still be missing, {@code behind} while the latest changes may. */
    private static final String INDEX_HEADER = "X-Search-Index";

    /** How much can be found by what it means so far; absent where the words were searched alone. */
    private static final String MEANING_HEADER = "X-Search-Meaning";

    @Inject
    CallerContext context;

    @Inject
    SearchService search;

    /** Filters beside {@code q} are named as the fields in it: {@code project}, {@code model} and so on. */
    @GET
    public Response search(
            @QueryParam("q") @Nullable String q,
            @QueryParam("type") @Nullable String type,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        if (q == null || q.isBlank()) {
            throw OpenSyncException.invalid("Missing query parameter 'q'");
        }
        SearchQuery query = SearchQueryParser.parse(q).and(filters(uri.getQueryParameters()));
        SearchPage page = search.find(
                context.caller().accountId(),
                query,
                SearchType.of(type),
                cursor == null || cursor.isEmpty() ? null : SearchCursor.parse(cursor),
                PageLimit.parse(limit, DEFAULT_LIMIT));
        Integer percent = page.meaningPercent();
        return Response.ok(SearchResponse.of(page))
                .header(TYPE_HEADER, page.type().wireName())
                .header(MEANING_HEADER, percent == null ? null : percent + "%")
                .header(INDEX_HEADER, page.index().name().toLowerCase(Locale.ROOT))
                .build();
    }

    private static List<SearchFilter> filters(MultivaluedMap<String, String> parameters) {
        List<SearchFilter> filters = new ArrayList<>();
        for (SearchField field : SearchField.values()) {
            for (String value : parameters.getOrDefault(field.wireName(), List.of())) {
                if (!value.isBlank()) {
                    filters.add(SearchFilter.of(field, value)
                            .orElseThrow(() ->
                                    OpenSyncException.invalid(field.wireName() + " must be " + field.allowedValues())));
                }
            }
        }
        return filters;
    }
}
