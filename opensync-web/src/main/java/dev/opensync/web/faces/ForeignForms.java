package dev.opensync.web.faces;

import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Map;
import java.util.Objects;

/**
 * Takes a form that does not carry the nonce of its page for one of a page that is gone. PrimeFaces refuses it too, but only
 * while it draws the answer: when what the form asks for is done, and too late for a page that says so.
 */
public class ForeignForms implements PhaseListener {

    private static final long serialVersionUID = 1;

    private static final String NONCE = "primefaces.nonce";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext context = event.getFacesContext();
        if (!context.isPostback() || context.getResponseComplete()) {
            return;
        }
        UIViewRoot page = context.getViewRoot();
        Map<String, Object> kept = page.getViewMap(false);
        String sent = context.getExternalContext().getRequestParameterMap().get(NONCE);
        // Nothing is kept of a page that is gone indeed, and Faces has said so.
        if (kept != null && !Objects.equals(sent, kept.get(NONCE))) {
            throw new ViewExpiredException(page.getViewId());
        }
    }
}
