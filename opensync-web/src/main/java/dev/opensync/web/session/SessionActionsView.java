package dev.opensync.web.session;

import dev.opensync.editing.SessionEdit;
import dev.opensync.editing.SessionEditor;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.security.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** What the owner does to the session in view. Every action fails with {@code NOT_FOUND} for a session of someone else. */
@Named
@RequestScoped
public class SessionActionsView {

    private static final int MAX_TITLE = 4096;

    @Inject
    SessionEditor editor;

    @Inject
    SessionEndings endings;

    @Inject
    SessionView page;

    @Inject
    SignedInAccount signedIn;

    @Inject
    Visit visit;

    /** Blank gives the session back to the title of its tool. */
    public void rename(@Nullable String title) {
        String wanted = title == null ? "" : title.strip();
        if (wanted.codePointCount(0, wanted.length()) > MAX_TITLE) {
            throw OpenSyncException.invalid("A title has at most " + MAX_TITLE + " characters");
        }
        edit(new SessionEdit(wanted, null));
    }

    public void chooseForEvals(boolean chosen) {
        edit(new SessionEdit(null, chosen));
    }

    /** Its public page is gone at once. */
    public void makePrivate() {
        endings.makePrivate(signedIn.getId(), id());
        stay(id());
    }

    /** Leads to the list. */
    public void delete() {
        endings.delete(signedIn.getId(), id());
        visit.goOn("/sessions");
    }

    private void edit(SessionEdit edit) {
        stay(editor.edit(signedIn.getId(), id(), edit));
    }

    private void stay(String id) {
        String since = page.getSince();
        visit.goOn("/session?id=" + id + (since == null ? "" : "&since=" + Places.arrival(since)));
    }

    private String id() {
        String id = page.getId();
        if (id == null) {
            throw OpenSyncException.notFound("Session not found");
        }
        return id;
    }
}
