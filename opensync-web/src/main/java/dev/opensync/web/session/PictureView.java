package dev.opensync.web.session;

import dev.opensync.session.SessionService;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.web.security.SignedInAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One picture of a message, which a browser asks for when it comes into view. */
@Named
@RequestScoped
public class PictureView {

    @Inject
    SessionService sessions;

    @Inject
    SignedInAccount signedIn;

    private @Nullable String id;
    private int at;

    /** Answers the request. Fails with {@code NOT_FOUND}, also for a picture of someone else. */
    public void write() throws IOException {
        MessageAddress address = MessageAddress.parse(id);
        TranscriptMessage message = sessions.message(signedIn.getId(), address.sessionId(), address.sequence());
        PictureFile picture = PictureFile.of(message, at);
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType(picture.type());
        picture.write(answer.getResponseOutputStream());
        faces.responseComplete();
    }

    public @Nullable String getId() {
        return id;
    }

    /** Public id of a message. */
    public void setId(@Nullable String id) {
        this.id = id;
    }

    public int getAt() {
        return at;
    }

    /** Number among the pictures of the message, from 0. */
    public void setAt(int at) {
        this.at = at;
    }
}
