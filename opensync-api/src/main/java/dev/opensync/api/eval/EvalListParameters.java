package dev.opensync.api.eval;

import dev.opensync.api.http.Bounds;
import dev.opensync.api.http.PageLimit;
import dev.opensync.eval.EvalFilter;
import dev.opensync.session.SessionSource;
import dev.opensync.shared.Cursor;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of chosen sessions; what cannot be used fails with {@code INVALID}. */
public class EvalListParameters {

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    @QueryParam("source")
    @Nullable
    String source;

    @QueryParam("model")
    @Nullable
    String model;

    @QueryParam("project")
    @Nullable
    String project;

    @QueryParam("status")
    @Nullable
    String status;

    @QueryParam("tags")
    @Nullable
    String tags;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("minTokens")
    @Nullable
    String minTokens;

    EvalFilter filter() {
        return new EvalFilter(
                SessionSource.normalise(source),
                emptyToNull(model),
                EvalExportParameters.STATUS.parseAll(status == null ? List.of() : List.of(status)),
                Set.copyOf(EvalExportParameters.words(tags)),
                Bounds.from("from", from),
                Bounds.until("to", to),
                Bounds.number("minTokens", minTokens, 0),
                emptyToNull(project));
    }

    @Nullable
    Cursor cursor() {
        return cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor);
    }

    int limit() {
        return PageLimit.parse(limit);
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
