package dev.opensync.api.search;

import dev.opensync.search.SearchPage;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Locale;

/** What an answer tells about how it was found. */
public final class SearchHeaders {

    /** By what, whatever {@code type} asked for. */
    private static final String TYPE = "X-Search-Type";

    /** {@code rebuilding} while older sessions may still be missing, {@code behind} while the latest changes may. */
    private static final String INDEX = "X-Search-Index";

    /** How much can be found by what it means so far; absent where the words were searched alone. */
    private static final String MEANING = "X-Search-Meaning";

    private SearchHeaders() {}

    public static ResponseBuilder addTo(ResponseBuilder answer, SearchPage page) {
        Integer percent = page.meaningPercent();
        return answer.header(TYPE, page.type().wireName())
                .header(MEANING, percent == null ? null : percent + "%")
                .header(INDEX, page.index().name().toLowerCase(Locale.ROOT));
    }
}
