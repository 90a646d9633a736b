package dev.opensync.web.security;

import dev.opensync.account.AccountProfile;
import dev.opensync.account.AccountService;
import dev.opensync.api.http.ApiPath;
import dev.opensync.api.security.ApiAuthenticator;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;

/** The one door: every request passes here first and goes on as an API caller, a signed-in person, or nobody. */
@Alternative
@Priority(100)
@ApplicationScoped
public class AuthenticationDispatcher implements HttpAuthenticationMechanism {

    @Inject
    ApiAuthenticator api;

    @Inject
    AccountService accounts;

    @Inject
    SignedInAccount signedIn;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (ApiPath.of(request).isPresent()) {
            return api.authenticate(context);
        }
        PagePath path = PagePath.of(request);
        // Asking the session bean would start a session for every passer-by.
        Optional<AccountProfile> person = request.getSession(false) == null ? Optional.empty() : signedIn.find();
        if (person.isPresent()) {
            return enter(person.get(), context);
        }
        if (path.isOpen()) {
            return context.doNothing();
        }
        return context.redirect(accounts.isServerUnclaimed() ? "/set-up" : "/login");
    }

    private static AuthenticationStatus enter(AccountProfile person, HttpMessageContext context) {
        return context.notifyContainerAboutLogin(
                Long.toString(person.id()), Set.of(person.role().name()));
    }
}
