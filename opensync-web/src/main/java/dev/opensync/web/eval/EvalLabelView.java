package dev.opensync.web.eval;

import dev.opensync.eval.EvalChange;
import dev.opensync.eval.EvalMarking;
import dev.opensync.eval.EvalService;
import dev.opensync.session.EvalStatus;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.security.Visit;
import dev.opensync.web.session.SessionView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the owner of the session in view says of it as a test case. */
@Named
@RequestScoped
public class EvalLabelView {

    private static final int MOST_TAGS = 200;

    @Inject
    EvalService evals;

    @Inject
    EvalMarking marking;

    @Inject
    SessionView page;

    @Inject
    SignedInAccount signedIn;

    @Inject
    Visit visit;

    private @Nullable EvalLabel label;

    /** Takes all of it as it stands in the form. */
    public void save() {
        Map<String, String> typed =
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        EvalChange change = EvalChange.of(
                null,
                EvalFilters.status(typed.getOrDefault("status", "")).orElse(EvalStatus.NONE),
                typed.getOrDefault("notes", "").strip(),
                EvalLabel.tags(typed.get("tags")),
                typed.getOrDefault("expected", "").strip());
        try {
            String id = marking.change(signedIn.getId(), id(), change);
            visit.goOn("/session?id=" + id + since());
        } catch (OpenSyncException e) {
            Refusal.tell(e);
            page.load();
        }
    }

    /** Nothing is said while a form of the page is being taken. */
    public EvalLabel getLabel() {
        if (page.getId() == null) {
            return EvalLabel.NONE;
        }
        if (label == null) {
            label = EvalLabel.of(evals.mark(signedIn.getId(), id()));
        }
        return label;
    }

    public List<String> getStatuses() {
        return EvalFilters.statusNames();
    }

    /** Those of all sessions, most used first. */
    public List<String> getKnownTags() {
        return evals.tags(signedIn.getId(), "", MOST_TAGS);
    }

    private String id() {
        String id = page.getId();
        if (id == null) {
            throw OpenSyncException.notFound("Session not found");
        }
        return id;
    }

    private String since() {
        String since = page.getSince();
        return since != null && since.matches("\\d{1,9}") ? "&since=" + since : "";
    }
}
