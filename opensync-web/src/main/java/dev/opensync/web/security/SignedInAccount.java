package dev.opensync.web.security;

import dev.opensync.account.AccountProfile;
import dev.opensync.account.AccountService;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;

/** The person a browser session belongs to. */
@Named("signedIn")
@SessionScoped
public class SignedInAccount implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final long NOBODY = 0;

    @Inject
    AccountService accounts;

    private long id = NOBODY;
    private int credentialVersion;

    /** Fails where nobody is signed in, so that no page of ours can ever be shown to nobody. */
    public long getId() {
        return profile().id();
    }

    public String getName() {
        return profile().name();
    }

    /** Empty where an identity provider did not tell it. */
    public String getEmail() {
        return Objects.requireNonNullElse(profile().email(), "");
    }

    public boolean isAdmin() {
        return profile().isAdmin();
    }

    /** False for people an identity provider vouches for. */
    public boolean isWithPassword() {
        return profile().hasPassword();
    }

    /** Tag of the language this person chose; empty if the browser says it, and if nobody is signed in. */
    public Optional<String> findLanguage() {
        return find().map(AccountProfile::language);
    }

    /** Empty if nobody is signed in, also after the password was changed in another browser. */
    Optional<AccountProfile> find() {
        return id == NOBODY
                ? Optional.empty()
                : accounts.findProfile(id).filter(profile -> profile.credentialVersion() == credentialVersion);
    }

    void enter(AccountProfile profile) {
        id = profile.id();
        credentialVersion = profile.credentialVersion();
    }

    private AccountProfile profile() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }
}
