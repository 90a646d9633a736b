package dev.opensync.web.session;

import dev.opensync.session.SessionService;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.SignedInAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in a session something is said, for the script of its page. */
@Named
@RequestScoped
public class FindView {

    /** Nobody walks through more. */
    private static final int PLACES = 1_000;

    private static final int MAX_TEXT = 200;

    @Inject
    SessionService sessions;

    @Inject
    SignedInAccount signedIn;

    private @Nullable String id;
    private @Nullable String q;

    /** Answers with the numbers of the messages as a JSON array. Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public void write() throws IOException {
        if (id == null || q == null || q.length() > MAX_TEXT) {
            throw OpenSyncException.notFound("Nothing to look for");
        }
        List<Integer> found = sessions.sequencesSaying(signedIn.getId(), id, q, PLACES);
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType("application/json;charset=UTF-8");
        answer.getResponseOutputWriter().write(found.toString());
        faces.responseComplete();
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getQ() {
        return q;
    }

    /** Text to look for. */
    public void setQ(@Nullable String q) {
        this.q = q;
    }
}
