package dev.opensync.api.eval;

import dev.opensync.api.http.Bounds;
import dev.opensync.api.http.Choice;
import dev.opensync.api.http.ListParameters;
import dev.opensync.eval.ChosenCases;
import dev.opensync.eval.EvalFilter;
import dev.opensync.eval.EvalSelection;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.TurnMode;
import dev.opensync.eval.export.EvalExportRequest;
import dev.opensync.eval.export.EvalFormat;
import dev.opensync.session.EvalStatus;
import dev.opensync.session.SessionSource;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of an export; what cannot be used fails with {@code INVALID}. */
public class EvalExportParameters {

    static final Choice<EvalStatus> STATUS = Choice.of("status", EvalStatus.class);
    private static final Choice<TurnMode> TURN_MODES = Choice.of("turn_mode", TurnMode.class);

    @QueryParam("format")
    @Nullable
    String format;

    @QueryParam("tool")
    @Nullable
    String tool;

    @QueryParam("model")
    @Nullable
    String model;

    @QueryParam("project")
    @Nullable
    String project;

    @QueryParam("date_from")
    @Nullable
    String dateFrom;

    @QueryParam("date_to")
    @Nullable
    String dateTo;

    @QueryParam("tags")
    @Nullable
    String tags;

    @QueryParam("min_tokens")
    @Nullable
    String minTokens;

    @QueryParam("status")
    @Nullable
    String status;

    @QueryParam("include_metadata")
    @Nullable
    String includeMetadata;

    @QueryParam("anonymize")
    @Nullable
    String anonymize;

    @QueryParam("turn_mode")
    @Nullable
    String turnMode;

    @QueryParam("hosted")
    @Nullable
    String hosted;

    @QueryParam("ids")
    @Nullable
    String ids;

    public EvalExportRequest request() {
        EvalFormat wanted = EvalFormat.of(isEmpty(format) ? "deepeval" : String.valueOf(format));
        ExportOptions options = ExportOptions.DEFAULT.with(wished -> {
            wished.turnMode = TURN_MODES.parse(turnMode, TurnMode.PER_TURN);
            wished.context = !"false".equals(includeMetadata);
            wished.anonymous = !"false".equals(anonymize);
            wished.hosted = "true".equals(hosted);
        });
        EvalFilter filter = new EvalFilter(
                SessionSource.normalise(tool),
                isEmpty(model) ? null : model,
                STATUS.parseAll(status == null ? List.of() : List.of(status)),
                Set.copyOf(ListParameters.words(tags)),
                Bounds.from("date_from", dateFrom),
                Bounds.until("date_to", dateTo),
                Bounds.number("min_tokens", minTokens, 0),
                isEmpty(project) ? null : project);
        return new EvalExportRequest(
                new EvalSelection(filter, ListParameters.words(ids), ChosenCases.ALL), List.of(wanted), options);
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
