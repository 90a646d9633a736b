package dev.opensync.web.settings;

import dev.opensync.account.ApiKeyService;
import dev.opensync.account.ApiKeySummary;
import dev.opensync.account.CreatedApiKey;
import dev.opensync.account.Scope;
import dev.opensync.notification.NotificationKind;
import dev.opensync.notification.NotificationService;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.faces.PageTexts;
import dev.opensync.web.faces.Refusals;
import dev.opensync.web.faces.Toast;
import dev.opensync.web.security.SignedInAccount;
import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reader's API keys: making one, seeing its secret once, revoking it. */
@Named
@ViewScoped
public class SettingsView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    ApiKeyService keys;

    @Inject
    NotificationService notifications;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    /** Read again where the server has put the session aside meanwhile. */
    private transient @Nullable List<ApiKeyRow> rows;

    private String name = "";
    private List<String> scopes = List.of(Scope.SYNC.name());
    private String validity = "";
    /** Never written to a disk with the session. */
    private transient @Nullable String secret;

    @PostConstruct
    void load() {
        Instant now = clock.instant();
        rows = keys.list(signedIn.getId()).stream()
                .map(key -> ApiKeyRow.of(key, now))
                .toList();
    }

    /** Shows the secret until the page is left. */
    public void create() {
        try {
            CreatedApiKey created = keys.create(signedIn.getId(), name, chosenScopes(), expiry());
            secret = created.secret();
            notifications.add(
                    signedIn.getId(),
                    NotificationKind.KEY_CREATED,
                    created.summary().name(),
                    "/settings#keys");
            Toast.show(PageTexts.get("notified_KEY_CREATED"));
            name = "";
            load();
        } catch (OpenSyncException e) {
            FacesContext.getCurrentInstance()
                    .addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, Refusals.text(e), null));
        }
    }

    public void revoke(long keyId) {
        String doomed =
                keys.find(signedIn.getId(), keyId).map(ApiKeySummary::name).orElse("");
        keys.revoke(signedIn.getId(), keyId);
        notifications.add(signedIn.getId(), NotificationKind.KEY_REVOKED, doomed, "/settings#keys");
        Toast.show(PageTexts.get("notified_KEY_REVOKED"));
        load();
    }

    private Set<Scope> chosenScopes() {
        Set<Scope> chosen = EnumSet.noneOf(Scope.class);
        scopes.forEach(scope -> chosen.add(Scope.valueOf(scope)));
        return chosen;
    }

    private @Nullable Instant expiry() {
        return validity.isBlank()
                ? null
                : clock.instant()
                        .atZone(ZoneOffset.UTC)
                        .plus(Period.parse(validity))
                        .toInstant();
    }

    public List<ApiKeyRow> getRows() {
        if (rows == null) {
            load();
        }
        return rows == null ? List.of() : rows;
    }

    /** Of the key just made; null before and after. */
    public @Nullable String getSecret() {
        return secret;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** Names of scopes. */
    public List<String> getScopes() {
        return scopes;
    }

    public void setScopes(List<String> scopes) {
        this.scopes = List.copyOf(scopes);
    }

    /** ISO 8601 period, empty for a key that does not expire. */
    public String getValidity() {
        return validity;
    }

    public void setValidity(@Nullable String validity) {
        this.validity = validity == null ? "" : validity;
    }
}
