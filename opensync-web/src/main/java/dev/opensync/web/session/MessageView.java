package dev.opensync.web.session;

import dev.opensync.session.SessionService;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptPart;
import dev.opensync.web.security.SignedInAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** One message in full, as plain text, however long it is. */
@Named
@RequestScoped
public class MessageView {

    @Inject
    SessionService sessions;

    @Inject
    SignedInAccount signedIn;

    private @Nullable String id;

    /** Answers the request. Fails with {@code NOT_FOUND}, also for a message of someone else. */
    public void write() throws IOException {
        MessageAddress address = MessageAddress.parse(id);
        TranscriptMessage message = sessions.message(signedIn.getId(), address.sessionId(), address.sequence());
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType("text/plain;charset=UTF-8");
        Writer out = answer.getResponseOutputWriter();
        if (message.text() != null) {
            out.write(message.text() + "\n\n");
        }
        for (TranscriptPart part : message.parts()) {
            out.write("[" + part.type() + "]\n" + JsonShapes.pretty(JsonShapes.parse(part.content())) + "\n\n");
            if (part.extra() != null) {
                out.write(JsonShapes.pretty(JsonShapes.parse(part.extra())) + "\n\n");
            }
        }
        faces.responseComplete();
    }

    public @Nullable String getId() {
        return id;
    }

    /** Public id of a message. */
    public void setId(@Nullable String id) {
        this.id = id;
    }
}
