package dev.opensync.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of accounts; described in {@code config/opensync.properties}. */
@ApplicationScoped
public class AccountConfig {

    @Inject
    @ConfigProperty(name = "opensync.account.sign-up", defaultValue = "closed")
    String signUp;

    @Inject
    @ConfigProperty(name = "opensync.account.invitation-validity", defaultValue = "P7D")
    Duration invitationValidity;

    @Inject
    @ConfigProperty(name = "opensync.account.remember-validity", defaultValue = "P30D")
    Duration rememberValidity;

    @Inject
    @ConfigProperty(name = "opensync.account.remember-limit", defaultValue = "P180D")
    Duration rememberLimit;

    @Inject
    @ConfigProperty(name = "opensync.init.email")
    Optional<String> initEmail;

    @Inject
    @ConfigProperty(name = "opensync.init.password")
    Optional<String> initPassword;

    @Inject
    @ConfigProperty(name = "opensync.init.api-key")
    Optional<String> initApiKey;

    public boolean isSignUpOpen() {
        return "open".equalsIgnoreCase(signUp.strip());
    }

    public Duration rememberValidity() {
        return rememberValidity;
    }

    Remembering remembering() {
        return new Remembering(rememberValidity, rememberLimit);
    }

    Duration invitationValidity() {
        return invitationValidity;
    }

    Optional<String> initEmail() {
        return initEmail;
    }

    Optional<String> initPassword() {
        return initPassword;
    }

    Optional<String> initApiKey() {
        return initApiKey;
    }
}
