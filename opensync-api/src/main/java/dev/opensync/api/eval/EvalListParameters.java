package dev.opensync.api.eval;

import dev.opensync.api.http.Bounds;
import dev.opensync.api.http.ListParameters;
import dev.opensync.eval.EvalFilter;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of chosen sessions; what cannot be used fails with {@code INVALID}. */
public class EvalListParameters extends ListParameters {

    @QueryParam("status")
    @Nullable
    String status;

    @QueryParam("tags")
    @Nullable
    String tags;

    @QueryParam("minTokens")
    @Nullable
    String minTokens;

    EvalFilter filter() {
        return new EvalFilter(
                source(),
                model(),
                EvalExportParameters.STATUS.parseAll(words(status)),
                Set.copyOf(words(tags)),
                from(),
                until(),
                Bounds.number("minTokens", minTokens, 0),
                project());
    }
}
