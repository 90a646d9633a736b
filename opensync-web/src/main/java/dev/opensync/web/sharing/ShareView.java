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
    private @Nullable Exhibit exhibit;
    private @Nullable ShownExhibit session;
    private @Nullable Share share;
    private FoundSecrets secrets = FoundSecrets.NONE;
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
            secrets = scan.find(signedIn.getId(), preview.sessionId());
        }
        stretch = new Stretches(new ExhibitMessages(exhibits, preview)).page(after);
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

    public FoundSecrets getSecrets() {
        return secrets;
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
}
