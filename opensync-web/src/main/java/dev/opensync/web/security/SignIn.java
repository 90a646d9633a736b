package dev.opensync.web.security;

import dev.opensync.account.AccountProfile;
import dev.opensync.account.OidcConfig;
import dev.opensync.account.RememberedBrowserService;
import dev.opensync.account.RememberedSignIn;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** Starting and ending the browser session of a person who is known to be the right one. */
@ApplicationScoped
public class SignIn {

    @Inject
    SignedInAccount signedIn;

    @EJB
    RememberedBrowserService browsers;

    @Inject
    RememberCookie cookie;

    @Inject
    OidcConfig oidc;

    /**
     * By the session, else as somebody who comes without one, but in a browser that we know. Where an identity provider
     * keeps the accounts, those with a password of ours are nobody's.
     */
    Optional<AccountProfile> find(HttpServletRequest request, HttpServletResponse response) {
        // Asking the session's account would start a session for every passer-by.
        Optional<AccountProfile> person = request.getSession(false) == null ? Optional.empty() : signedIn.find();
        if (oidc.isConfigured()) {
            return person.filter(known -> !known.hasPassword());
        }
        return person.isPresent() ? person : recognize(request, response);
    }

    /** Under a new session id: whoever planted the old one in the browser gains nothing. */
    void enter(AccountProfile profile, HttpServletRequest request) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        signedIn.enter(profile);
    }

    void remember(AccountProfile profile, HttpServletRequest request, HttpServletResponse response) {
        cookie.write(browsers.remember(profile), request, response);
    }

    void leave(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(browsers::forget);
        cookie.remove(request, response);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private Optional<AccountProfile> recognize(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> token = cookie.read(request).filter(value -> !value.isEmpty());
        if (token.isEmpty()) {
            return Optional.empty();
        }
        Optional<RememberedSignIn> recognized = browsers.recognize(token.get());
        if (recognized.isEmpty()) {
            cookie.remove(request, response);
            return Optional.empty();
        }
        String next = recognized.get().nextToken();
        if (next != null) {
            cookie.write(next, request, response);
        }
        enter(recognized.get().profile(), request);
        return recognized.map(RememberedSignIn::profile);
    }
}
