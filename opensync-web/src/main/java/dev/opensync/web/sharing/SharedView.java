package dev.opensync.web.sharing;

import dev.opensync.shared.OpenSyncException;
import dev.opensync.sharing.Exhibit;
import dev.opensync.sharing.ExhibitService;
import dev.opensync.web.session.Stretch;
import dev.opensync.web.session.Stretches;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** A shared session for whoever has its link; {@link SharedPages} fills it. */
@Named
@RequestScoped
public class SharedView {

    @Inject
    ExhibitService exhibits;

    private @Nullable String slug;
    private @Nullable ShownExhibit session;
    private @Nullable Stretch stretch;
    private boolean wrong;

    /** At most one of the places is given: from, up to, or around which the messages are shown; none for the first ones. */
    void show(String address, Exhibit exhibit, @Nullable String after, @Nullable String before, @Nullable String at) {
        slug = address;
        session = ShownExhibit.of(exhibits.session(exhibit));
        Stretches stretches = new Stretches(new ExhibitMessages(exhibits, exhibit));
        stretch = at != null ? stretches.at(at) : before != null ? stretches.before(before) : stretches.page(after);
    }

    /** {@code afterWrong}: whether the one just given was wrong. */
    void askForPassword(String address, boolean afterWrong) {
        slug = address;
        wrong = afterWrong;
    }

    /** Fails with {@code NOT_FOUND} unless the page is asked for by its own address. */
    public void requireAddress() {
        if (slug == null) {
            throw OpenSyncException.notFound("No session is shared here");
        }
    }

    public @Nullable String getSlug() {
        return slug;
    }

    /** Null until the password is given. */
    public @Nullable ShownExhibit getSession() {
        return session;
    }

    public @Nullable Stretch getStretch() {
        return stretch;
    }

    public boolean isWrong() {
        return wrong;
    }
}
