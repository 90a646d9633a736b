package dev.opensync.web.context;

import dev.opensync.library.BookmarkService;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.session.SessionView;
import dev.opensync.web.session.ShownSession;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which messages of the session in view are marked, and marking any message. */
@Named
@RequestScoped
public class BookmarksView {

    @Inject
    BookmarkService bookmarks;

    @Inject
    SessionView page;

    @Inject
    SignedInAccount signedIn;

    private @Nullable Set<String> marked;

    /** {@code messageId}: the public id. */
    public boolean isMarked(String messageId) {
        if (marked == null) {
            ShownSession session = page.getSession();
            marked = session == null ? Set.of() : bookmarks.marked(signedIn.getId(), List.of(session.id()));
        }
        return marked.contains(messageId);
    }

    /** Answers without a page. Fails with {@code NOT_FOUND}, also for a message of somebody else. */
    public void mark(@Nullable String messageId) {
        bookmarks.add(signedIn.getId(), messageId == null ? "" : messageId, "");
        answerNothing();
    }

    /** Likewise. */
    public void unmark(@Nullable String messageId) {
        bookmarks.removeFrom(signedIn.getId(), messageId == null ? "" : messageId);
        answerNothing();
    }

    private static void answerNothing() {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NO_CONTENT);
        faces.responseComplete();
    }
}
