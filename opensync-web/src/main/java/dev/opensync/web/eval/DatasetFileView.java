package dev.opensync.web.eval;

import dev.opensync.eval.dataset.Datasets;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.SignedInAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Map;

/** One version of a dataset as a file. */
@Named
@RequestScoped
public class DatasetFileView {

    @Inject
    Datasets datasets;

    @Inject
    FileAnswer answer;

    @Inject
    SignedInAccount signedIn;

    /** Answers the request. Fails with {@code NOT_FOUND}, also for a dataset of someone else. */
    public void write() throws IOException {
        Map<String, String> fields = EvalExportView.fields();
        String id = fields.get("id");
        if (id == null) {
            throw OpenSyncException.notFound("Dataset not found");
        }
        ExportChoice choice = new ExportChoice(fields);
        int version = DatasetsView.number(fields.get("version"));
        answer.send(datasets.export(signedIn.getId(), id, version, choice.formats(), choice.isHosted()));
    }
}
