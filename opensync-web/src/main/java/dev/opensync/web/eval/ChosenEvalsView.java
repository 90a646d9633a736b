package dev.opensync.web.eval;

import dev.opensync.eval.EvalChange;
import dev.opensync.eval.EvalMarking;
import dev.opensync.session.EvalStatus;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.session.ChosenSessionsView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done to the sessions that are ticked on the page of evals; it then shows these as they are. */
@Named
@RequestScoped
public class ChosenEvalsView {

    @Inject
    EvalMarking marking;

    @Inject
    EvalsView page;

    @Inject
    SignedInAccount signedIn;

    /** Blank takes the status away. */
    public void setStatus(@Nullable String status) {
        EvalStatus wanted = EvalFilters.status(status == null ? "" : status).orElse(EvalStatus.NONE);
        change(EvalChange.status(wanted));
    }

    /** With commas between them. */
    public void addTags(@Nullable String tags) {
        change(EvalChange.tags(new LinkedHashSet<>(EvalLabel.tags(tags)), Set.of()));
    }

    /** They are not marked for evals any more. */
    public void remove() {
        change(EvalChange.ready(false));
    }

    private void change(EvalChange change) {
        List<String> chosen = ChosenSessionsView.chosen();
        try {
            marking.changeAll(signedIn.getId(), chosen, change);
        } catch (OpenSyncException e) {
            Refusal.tell(e);
        }
        page.show(chosen);
    }
}
