package dev.opensync.web.sharing;

import dev.opensync.shared.OpenSyncException;
import dev.opensync.sharing.Exhibit;
import dev.opensync.sharing.ExhibitService;
import dev.opensync.sharing.FoundSecrets;
import dev.opensync.sharing.SecretScan;
import dev.opensync.sharing.Share;
import dev.opensync.sharing.ShareService;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.security.Visit;
import dev.opensync.web.session.Stretch;
import dev.opensync.web.session.Stretches;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** What its owner sees before and while a session is public: the secrets in it, and all that visitors see. */
@Named
@RequestScoped
public class ShareView {

    /** Looked through before the page is drawn; more would keep its reader waiting. */
    private static final int SHORT = 200;

    @Inject
    ExhibitService exhibits;

    @Inject
    ShareService shares;

    @Inject
    SecretScan scan;

    @Inject
    SignedInAccount signedIn;

    @Inject
    Visit visit;

    private @Nullable String id;
    private @Nullable String after;
    private boolean withSecrets;
    private boolean searchedFirst;
    private @Nullable Exhibit exhibit;
    private @Nullable ShownExhibit session;
    private @Nullable Share share;
    private FoundSecrets secrets = FoundSecrets.none(0);
    private @Nullable Stretch stretch;

    /** Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public void load() {
        if (id == null) {
            throw OpenSyncException.notFound("Session not found");
        }
        Exhibit preview = exhibits.preview(signedIn.getId(), id, withSecrets);
        exhibit = preview;
        id = preview.sessionId();
        session = ShownExhibit.of(exhibits.session(preview));
        share = shares.find(signedIn.getId(), preview.sessionId()).orElse(null);
        if (after == null) {
            secrets = found(preview);
        }
        stretch = new Stretches(new ExhibitMessages(exhibits, preview)).page(after);
    }

    private FoundSecrets found(Exhibit preview) {
        long accountId = signedIn.getId();
        int last = preview.lastSequence();
        if (searchedFirst) {
            return scan.find(accountId, preview.sessionId(), last);
        }
        FoundSecrets none = FoundSecrets.none(last);
        return last > SHORT ? none : scan.findMore(accountId, preview.sessionId(), none.trail());
    }

    public @Nullable ShownExhibit getSession() {
        return session;
    }

    public @Nullable Exhibit getExhibit() {
        return exhibit;
    }

    /** Null while the session is private. */
    public @Nullable Share getShare() {
        return share;
    }

    /** Where visitors find it. */
    public String getLink() {
        return share == null ? "" : visit.baseUrl() + "/s/" + share.slug();
    }

    /** Path of the public page of a session; empty while it is private. */
    public String pathOf(String sessionId) {
        return shares.find(signedIn.getId(), sessionId)
                .map(found -> "/s/" + found.slug())
                .orElse("");
    }

    /** Whether the secrets are told: not on later pages of the preview. */
    public boolean isScanned() {
        return after == null;
    }

    /** Not complete where the script of the page is to go on. */
    public FoundSecrets getSecrets() {
        return secrets;
    }

    /** Whether its owner may choose to show the secrets too: once all of them are listed, and where there are any. */
    public boolean isInsistible() {
        return secrets.complete() && secrets.count() > 0;
    }

    public @Nullable Stretch getStretch() {
        return stretch;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getAfter() {
        return after;
    }

    public void setAfter(@Nullable String after) {
        this.after = after;
    }

    public boolean isWithSecrets() {
        return withSecrets;
    }

    /** Whether the preview shows the secrets too. */
    public void setWithSecrets(boolean withSecrets) {
        this.withSecrets = withSecrets;
    }

    public boolean isSearchedFirst() {
        return searchedFirst;
    }

    /** Whether also a long session is looked through before the page is drawn, for readers without scripts. */
    public void setSearchedFirst(boolean searchedFirst) {
        this.searchedFirst = searchedFirst;
    }
}
