package dev.opensync.web.eval;

import dev.opensync.eval.export.ListedCase;
import dev.opensync.eval.export.ListedCases;
import dev.opensync.eval.export.ListedCases.Beginning;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.SignedInAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The single test cases of what a form on the page of evals means, to choose among them. */
@Named
@RequestScoped
public class EvalCasesView {

    private static final int MOST = 500;

    @Inject
    ListedCases cases;

    @Inject
    EvalExportView export;

    @Inject
    SignedInAccount signedIn;

    private Beginning listed = new Beginning(List.of(), false);

    /** Reads what the page then lists. */
    public void show() {
        ExportChoice choice = new ExportChoice(EvalExportView.fields());
        try {
            listed = cases.list(signedIn.getId(), export.selection(choice), choice.options(), MOST);
        } catch (OpenSyncException e) {
            Refusal.tell(e);
        }
    }

    public List<ListedCase> getCases() {
        return listed.cases();
    }

    /** Whether there are others, which nobody can choose here. */
    public boolean isMore() {
        return listed.more();
    }
}
