package dev.opensync.eval.export;

import dev.opensync.eval.EvalCounting;
import dev.opensync.eval.EvalSelection;
import dev.opensync.eval.EvalService;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Takes test cases out of the chosen sessions of an account. */
@ApplicationScoped
public class EvalExports {

    private static final String NAME = "opensync";

    /** Messages that a look at an export reads, about a second's worth. */
    private static final int LOOKED_AT = 2_000;

    @EJB
    EvalService evals;

    @Inject
    EvalCounting counting;

    @Inject
    MarkedConversations conversations;

    @Inject
    InstantSource clock;

    /** Reads little where the counts that are kept with the sessions hold, and not much more where they do not. */
    public EvalPreview preview(long accountId, EvalExportRequest request) {
        counting.countSome(accountId, request.selection());
        CaseSource source = source(accountId, request.selection(), options(request));
        ExportTotals totals = ExportTotals.of(source, new ReadingBudget(LOOKED_AT));
        boolean ofFiles = request.formats().stream().anyMatch(EvalFormat::isOfFiles);
        return new EvalPreview(
                ofFiles ? totals.sessions() : totals.withCases(),
                totals.testCases(),
                totals.uncounted(),
                totals.models(),
                Excerpts.of(source, request.formats().get(0), new ReadingBudget(LOOKED_AT)),
                Warnings.of(totals));
    }

    /**
     * Fails with {@code NOT_FOUND} if no session is chosen, or none that is meant.
     */
    public EvalDownload prepare(long accountId, EvalExportRequest request) {
        EvalSelection selection = request.selection();
        if (evals.list(accountId, selection, null, 1).items().isEmpty()) {
            boolean none =
                    evals.list(accountId, EvalSelection.all(), null, 1).items().isEmpty();
            throw OpenSyncException.notFound(
                    none ? "No eval-ready sessions found" : "No sessions match the specified filters");
        }
        counting.countAll(accountId, selection);
        EvalDownload download =
                new EvalDownload(source(accountId, selection, options(request)), request.formats(), NAME);
        evals.noteExport(accountId);
        return download;
    }

    /** Of those that are chosen now, read while it is walked. */
    public CaseSource source(long accountId, EvalSelection selection, ExportOptions options) {
        return new CaseSource(conversations.of(accountId, selection, options), options, clock.instant());
    }

    /** What tools did is read only for those formats that show it. */
    private static ExportOptions options(EvalExportRequest request) {
        boolean inArchive = request.formats().size() > 1;
        boolean shown = request.formats().contains(inArchive ? EvalFormat.FILESYSTEM : EvalFormat.ZIP)
                || request.formats().contains(EvalFormat.ZIP);
        return request.options().with(options -> options.toolCalls &= shown);
    }
}
