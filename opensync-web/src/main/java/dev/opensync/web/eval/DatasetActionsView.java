package dev.opensync.web.eval;

import dev.opensync.eval.dataset.Datasets;
import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.security.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Makes versions of datasets from the page of evals, and deletes datasets. */
@Named
@RequestScoped
public class DatasetActionsView {

    @Inject
    Datasets datasets;

    @Inject
    EvalExportView export;

    @Inject
    SignedInAccount signedIn;

    @Inject
    Visit visit;

    /** What the form of the page says, under a name: a new dataset, or the next version of that one. */
    public void keep(@Nullable String name, @Nullable String note) {
        ExportChoice choice = new ExportChoice(EvalExportView.fields());
        try {
            datasets.save(
                    signedIn.getId(),
                    name == null ? "" : name.strip(),
                    note == null ? "" : note.strip(),
                    export.selection(choice),
                    choice.options());
        } catch (OpenSyncException e) {
            Refusal.tell(
                    e.code() == ErrorCode.NOT_FOUND || e.code() == ErrorCode.CONFLICT
                            ? OpenSyncException.invalid(e.getMessage())
                            : e);
        }
    }

    /** With all its versions. Fails with {@code NOT_FOUND}, also for a dataset of someone else. */
    public void delete(@Nullable String id) {
        datasets.delete(signedIn.getId(), id == null ? "" : id);
        visit.goOn("/datasets");
    }
}
