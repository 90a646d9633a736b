package dev.opensync.api.security;

import dev.opensync.account.AccountProfile;
import dev.opensync.account.AccountService;
import dev.opensync.account.Caller;
import dev.opensync.account.OidcConfig;
import dev.opensync.account.ProvidedAccounts;
import dev.opensync.account.ProvidedIdentity;
import dev.opensync.account.Role;
import dev.opensync.account.Scope;
import dev.opensync.account.TokenClaims;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import java.lang.System.Logger.Level;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Tells whose account a JSON Web Token of the identity provider stands for. */
@ApplicationScoped
public class TokenAuthenticator {

    private static final System.Logger LOG = System.getLogger(TokenAuthenticator.class.getName());
    private static final Set<Scope> MEMBER_SCOPES = EnumSet.of(Scope.SYNC, Scope.READ);
    private static final Set<Scope> ADMIN_SCOPES = EnumSet.allOf(Scope.class);

    @Inject
    JwtMechanism mechanism;

    @Inject
    ProvidedAccounts provided;

    @EJB
    AccountService accounts;

    @Inject
    OidcConfig config;

    ApiAuthentication authenticate(HttpMessageContext context) {
        try {
            Optional<JsonWebToken> token = mechanism.verify(context);
            return token.map(verified -> ApiAuthentication.of(caller(verified)))
                    .orElseGet(() -> ApiAuthentication.refused("Invalid or expired token"));
        } catch (EJBException e) {
            LOG.log(Level.WARNING, "The account of a token cannot be read: {0}", e.getMessage());
            return ApiAuthentication.unavailable("The database cannot be reached; try again later");
        } catch (AuthenticationException | RuntimeException e) {
            return ApiAuthentication.refused("Auth failed: " + e.getMessage());
        }
    }

    private Caller caller(JsonWebToken token) {
        JsonObject claims = TokenClaims.of(token.getRawToken());
        if (token.getSubject() == null) {
            throw new IllegalArgumentException("the token names no subject");
        }
        Role provider = providedRole(claims);
        AccountProfile profile = accounts.profile(provided.accountId(new ProvidedIdentity(
                token.getIssuer(), token.getSubject(), text(claims, "name"), text(claims, "email"), provider)));
        Role role = provider == null ? profile.role() : provider;
        return new Caller(profile.id(), role, role == Role.ADMIN ? ADMIN_SCOPES : MEMBER_SCOPES, null);
    }

    /** Where the provider decides, a token that says nothing of roles makes a member; null where we decide ourselves. */
    private @Nullable Role providedRole(JsonObject claims) {
        Role claimed = config.roleIn(claims);
        return claimed == null && config.isRoleMapped() ? Role.MEMBER : claimed;
    }

    private static @Nullable String text(JsonObject claims, String name) {
        return claims.getString(name, null);
    }
}
