package dev.opensync.web.context;

import dev.opensync.context.Context;
import dev.opensync.context.ContextFinder;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.security.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;

/** The text that the context page copies, to the letter: a page may change line ends and white space. */
@Named
@RequestScoped
public class ContextTextView {

    @Inject
    ContextFinder contexts;

    @Inject
    SignedInAccount signedIn;

    @Inject
    Visit visit;

    /** Answers the request; the header {@code X-Context-Tokens} tells the length. Fails with {@code UNAVAILABLE}. */
    public void write() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        ContextChoice choice = ContextChoice.of(answer.getRequestParameterMap());
        if (!choice.isAsked()) {
            throw OpenSyncException.notFound("Nothing to look for");
        }
        Context context =
                contexts.find(signedIn.getId(), choice.request(visit.baseUrl())).context();
        answer.setResponseContentType("text/plain;charset=UTF-8");
        answer.addResponseHeader("X-Context-Tokens", Integer.toString(context.tokens()));
        answer.getResponseOutputWriter().write(context.text());
        faces.responseComplete();
    }
}
