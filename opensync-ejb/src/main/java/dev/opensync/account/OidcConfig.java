package dev.opensync.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The identity provider of the console, if one is set; described in {@code config/opensync.properties}. */
@Named("oidcConfig")
@ApplicationScoped
public class OidcConfig {

    @Inject
    @ConfigProperty(name = "opensync.oidc.provider-uri")
    Optional<String> providerUri;

    @Inject
    @ConfigProperty(name = "opensync.oidc.client-id")
    Optional<String> clientId;

    @Inject
    @ConfigProperty(name = "opensync.oidc.client-secret")
    Optional<String> clientSecret;

    @Inject
    @ConfigProperty(name = "opensync.oidc.scopes", defaultValue = "openid,email,profile")
    List<String> scopes;

    @Inject
    @ConfigProperty(name = "opensync.oidc.role-claim")
    Optional<String> roleClaim;

    @Inject
    @ConfigProperty(name = "opensync.oidc.admin-values")
    // Not a list: the server cannot inject an optional one.
    Optional<String> adminValues;

    /** Whether people sign in at a provider instead of with a password of ours. */
    public boolean isConfigured() {
        return providerUri.isPresent();
    }

    public String getProviderUri() {
        return providerUri.orElse("");
    }

    public String getClientId() {
        return clientId.orElse("");
    }

    public String getClientSecret() {
        return clientSecret.orElse("");
    }

    /** Separated by spaces, as the protocol has them. */
    public String getScopes() {
        return scopes.stream().map(String::strip).collect(Collectors.joining(" "));
    }

    /** Whether the provider decides who is an administrator. */
    public boolean isRoleMapped() {
        return roleClaim.isPresent();
    }

    /** Null where the claims do not speak of roles, or no claim is configured to. */
    public @Nullable Role roleIn(JsonObject claims) {
        return roleClaim
                .map(claim ->
                        new RoleClaim(claim, List.of(adminValues.orElse("").split(",", -1))))
                .map(claim -> claim.roleIn(claims))
                .orElse(null);
    }
}
