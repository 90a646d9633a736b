package dev.opensync.web.eval;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.faces.Refusals;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** Tells a reader why something that was typed or chosen is not taken. */
final class Refusal {

    private Refusal() {}

    /** Throws what the reader cannot mend. */
    static void tell(OpenSyncException refused) {
        if (refused.code() != ErrorCode.INVALID) {
            throw refused;
        }
        FacesContext.getCurrentInstance()
                .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, Refusals.text(refused), null));
    }
}
