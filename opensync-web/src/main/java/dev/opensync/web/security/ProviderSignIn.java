package dev.opensync.web.security;

import dev.opensync.account.AccountProfile;
import dev.opensync.account.OidcConfig;
import dev.opensync.account.ProvidedAccountService;
import dev.opensync.account.ProvidedIdentity;
import dev.opensync.account.Role;
import dev.opensync.account.TokenClaims;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.openid.OpenIdContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/** Signing in at the identity provider: the way there and the way back. */
@ApplicationScoped
public class ProviderSignIn {

    private static final System.Logger LOG = System.getLogger(ProviderSignIn.class.getName());
    private static final String FROM = "dev.opensync.web.security.from";

    @Inject
    ProviderMechanism mechanism;

    @Inject
    OpenIdContext provider;

    @Inject
    OidcConfig config;

    @EJB
    ProvidedAccountService accounts;

    @Inject
    SignIn signIn;

    AuthenticationStatus start(HttpServletRequest request, HttpMessageContext context) throws AuthenticationException {
        if ("GET".equals(request.getMethod())) {
            request.getSession().setAttribute(FROM, LocalPath.of(request));
        }
        return mechanism.challenge(request, context);
    }

    /** Returns the path to go on to. */
    String finish(HttpServletRequest request, HttpMessageContext context) {
        if (!isAccepted(request, context)) {
            return "/login?refused=true";
        }
        signIn.enter(account(), request);
        return LocalPath.orHome((String) request.getSession().getAttribute(FROM));
    }

    private boolean isAccepted(HttpServletRequest request, HttpMessageContext context) {
        try {
            return request.getSession(false) != null && mechanism.accept(request, context);
        } catch (AuthenticationException | RuntimeException e) {
            // The answer came from outside and may be anything.
            LOG.log(Level.WARNING, "The identity provider''s answer could not be used", e);
            return false;
        }
    }

    private AccountProfile account() {
        JsonObject identity = TokenClaims.of(provider.getIdentityToken().getToken());
        JsonObject userInfo = provider.getClaimsJson();
        Role role = config.roleIn(identity);
        if (role == null) {
            role = config.roleIn(userInfo);
        }
        if (role == null && config.isRoleMapped()) {
            // Providers leave an empty claim out; whoever lost the role must lose it here as well.
            role = Role.MEMBER;
        }
        return accounts.enter(new ProvidedIdentity(
                identity.getString("iss"),
                identity.getString("sub"),
                text("name", identity, userInfo),
                text("email", identity, userInfo),
                role));
    }

    private static @Nullable String text(String claim, JsonObject first, JsonObject second) {
        return first.getString(claim, second.getString(claim, null));
    }
}
