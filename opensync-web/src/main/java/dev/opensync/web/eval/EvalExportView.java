package dev.opensync.web.eval;

import dev.opensync.eval.EvalSelection;
import dev.opensync.eval.export.EvalExportRequest;
import dev.opensync.eval.export.EvalExports;
import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.session.ChosenSessionsView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Test cases of the marked sessions as a file: a look at it before, the file, and what to do with it. */
@Named
@RequestScoped
public class EvalExportView {

    @Inject
    EvalExports exports;

    @Inject
    EvalsView page;

    @Inject
    FileAnswer answer;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    private @Nullable ShownPreview preview;

    /** Reads what the page then shows of the file. */
    public void show() {
        try {
            preview = ShownPreview.of(exports.preview(signedIn.getId(), request()));
        } catch (OpenSyncException e) {
            preview = ShownPreview.NOTHING;
            if (e.code() != ErrorCode.NOT_FOUND) {
                Refusal.tell(e);
            }
        }
    }

    /** Answers the request with the file. */
    public void write() throws IOException {
        answer.send(exports.prepare(signedIn.getId(), request()));
    }

    private EvalExportRequest request() {
        ExportChoice choice = new ExportChoice(fields());
        return choice.request(selection(choice));
    }

    /** The ticked sessions, or all that meet the filters of the page, without the test cases that are unticked. */
    EvalSelection selection(ExportChoice choice) {
        return sessions(choice).with(choice.cases());
    }

    private EvalSelection sessions(ExportChoice choice) {
        if (choice.isOfAll()) {
            return EvalSelection.of(page.getFilters().filter(today()));
        }
        List<String> chosen = ChosenSessionsView.chosen();
        if (chosen.isEmpty()) {
            throw OpenSyncException.invalid("No session is chosen").as("session_chosen");
        }
        return EvalSelection.ofSessions(chosen);
    }

    static Map<String, String> fields() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    }

    /** Null unless it was asked for. */
    public @Nullable ShownPreview getPreview() {
        return preview;
    }

    public List<String> getFormats() {
        return ExportChoice.formatNames();
    }

    public List<String> getTurnModes() {
        return ExportChoice.turnModeNames();
    }

    /** For a file of today in each format. */
    public List<NextStep> getNextSteps() {
        return NextStep.of(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
