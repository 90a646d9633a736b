package dev.opensync.web.eval;

import dev.opensync.eval.EvalChecklist;
import dev.opensync.eval.EvalChecklists;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.faces.PageTexts;
import dev.opensync.web.security.SignedInAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What speaks for and against a session as a test case. The session is read for it, so its page asks only when needed. */
@Named
@RequestScoped
public class EvalChecklistView {

    /** One line of it. */
    public record Check(String text, boolean met) {}

    @Inject
    EvalChecklists checklists;

    @Inject
    SignedInAccount signedIn;

    private @Nullable String id;
    private List<Check> checks = List.of();

    /** Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public void load() {
        if (id == null) {
            throw OpenSyncException.notFound("Session not found");
        }
        EvalChecklist found = checklists.of(signedIn.getId(), id);
        checks = List.of(
                new Check(PageTexts.get("evals_check_finished"), found.finished()),
                new Check(PageTexts.get("evals_check_exchange"), found.hasExchange()),
                new Check(PageTexts.get("evals_check_judged"), found.judgedRight()),
                found.secrets() == 0
                        ? new Check(PageTexts.get("evals_check_clean"), true)
                        : new Check(found.secrets() + " " + PageTexts.get("evals_check_secrets"), false),
                new Check(
                        found.testCases() + " "
                                + PageTexts.get(found.testCases() == 1 ? "evals_check_case" : "evals_check_cases"),
                        found.testCases() > 0));
    }

    public List<Check> getChecks() {
        return checks;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
