package dev.opensync.web.sharing;

import dev.opensync.shared.OpenSyncException;
import dev.opensync.sharing.FoundSecrets;
import dev.opensync.sharing.SecretScan;
import dev.opensync.sharing.SecretTrail;
import dev.opensync.web.security.SignedInAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** A further stretch of the search for the secrets of a long session, for the script of the page that shares it. */
@Named
@RequestScoped
public class ShareSecretsView {

    @Inject
    SecretScan scan;

    @Inject
    SignedInAccount signedIn;

    private @Nullable String id;
    private @Nullable String from;
    private boolean withSecrets;
    private FoundSecrets secrets = FoundSecrets.none(0);

    /** Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public void load() {
        if (id == null) {
            throw OpenSyncException.notFound("Session not found");
        }
        secrets = scan.findMore(signedIn.getId(), id, SecretTrail.parse(from));
    }

    public FoundSecrets getSecrets() {
        return secrets;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getFrom() {
        return from;
    }

    /** Where it goes on. */
    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public boolean isWithSecrets() {
        return withSecrets;
    }

    /** Whether the preview shows the secrets too. */
    public void setWithSecrets(boolean withSecrets) {
        this.withSecrets = withSecrets;
    }
}
