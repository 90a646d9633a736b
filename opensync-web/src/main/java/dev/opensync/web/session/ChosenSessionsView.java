package dev.opensync.web.session;

import dev.opensync.editing.SessionEdit;
import dev.opensync.editing.SessionEditor;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.SignedInAccount;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is done to the sessions that the reader has chosen in the list; it then shows these as they are. */
@Named
@RequestScoped
public class ChosenSessionsView {

    /** The list sends as many at a time. */
    private static final int MOST = 100;

    private static final int MOST_TITLE_CHARS = 4_096;

    @Inject
    SessionEditor editor;

    @Inject
    SessionService sessions;

    @Inject
    SessionEndings endings;

    @Inject
    SessionsView page;

    @Inject
    SignedInAccount signedIn;

    private List<String> chosen = List.of();
    private String title = "";

    @PostConstruct
    void readChoice() {
        chosen = chosen();
    }

    /** The ids of the rows that are ticked. */
    public static List<String> chosen() {
        String[] ids = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .get("session");
        return ids == null ? List.of() : List.of(ids);
    }

    public void mark() {
        edit(new SessionEdit(null, true));
    }

    public void unmark() {
        edit(new SessionEdit(null, false));
    }

    /** A blank title gives the session back to that of its tool. */
    public void rename() {
        if (title.codePointCount(0, title.length()) > MOST_TITLE_CHARS) {
            throw OpenSyncException.invalid("The title is too long");
        }
        edit(new SessionEdit(title, null));
    }

    /** Their public pages are gone at once. */
    public void makePrivate() {
        each(id -> {
            if (sessions.get(signedIn.getId(), id).isPublic()) {
                endings.makePrivate(signedIn.getId(), id);
            }
        });
    }

    public void delete() {
        List<SessionSummary> doomed = sessions.listed(signedIn.getId(), chosen);
        each(id -> editor.delete(signedIn.getId(), id));
        endings.tellDeleted(signedIn.getId(), doomed);
    }

    /** Of these, what plugins sent to try a connection goes; without a choice, all of that. */
    public void removeTests() {
        chosen = sessions.connectionTests(signedIn.getId(), MOST).stream()
                .map(SessionSummary::id)
                .toList();
        delete();
    }

    private void edit(SessionEdit change) {
        each(id -> editor.edit(signedIn.getId(), id, change));
    }

    private void each(Consumer<String> change) {
        if (chosen.size() > MOST) {
            throw OpenSyncException.invalid("At most " + MOST + " sessions at a time");
        }
        for (String id : chosen) {
            try {
                change.accept(id);
            } catch (OpenSyncException e) {
                // Deleted meanwhile, elsewhere: then it is not shown any more either.
                if (e.code() != ErrorCode.NOT_FOUND) {
                    throw e;
                }
            }
        }
        page.show(chosen);
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(@Nullable String title) {
        this.title = title == null ? "" : title;
    }
}
