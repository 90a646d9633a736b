package dev.opensync.web.account;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.faces.Refusals;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** What a page tells after an action that was refused. */
final class Messages {

    private Messages() {}

    /** Shown above the form. What is not there, or not this person's, is no matter of a form: that goes on as it came. */
    static void refused(OpenSyncException failure) {
        if (failure.code() == ErrorCode.NOT_FOUND) {
            throw failure;
        }
        add(FacesMessage.SEVERITY_ERROR, Refusals.text(failure));
    }

    static void wrong(String text) {
        add(FacesMessage.SEVERITY_ERROR, text);
    }

    static void done(String text) {
        add(FacesMessage.SEVERITY_INFO, text);
    }

    private static void add(FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
    }
}
