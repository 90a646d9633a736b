package dev.opensync.web.security;

import dev.opensync.account.AccountProfile;
import dev.opensync.account.AccountService;
import dev.opensync.account.OidcConfig;
import dev.opensync.shared.DatabaseOutage;
import dev.opensync.web.faces.Unavailable;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Tells who is at the browser, by the session or as a remembered browser, and sends everybody else to sign in, except from
 * where there is no page.
 */
@ApplicationScoped
public class ConsoleAuthenticator {

    private static final System.Logger LOG = System.getLogger(ConsoleAuthenticator.class.getName());

    @EJB
    AccountService accounts;

    @Inject
    SignIn signIn;

    @Inject
    ProviderSignIn provider;

    @Inject
    OidcConfig oidc;

    @Inject
    ProxyConfig proxy;

    AuthenticationStatus authenticate(HttpMessageContext context) throws AuthenticationException {
        HttpServletRequest request = proxy.original(context.getRequest());
        PagePath path = PagePath.of(request);
        if (path.isResource()) {
            return context.doNothing();
        }
        try {
            return authenticate(request, path, context);
        } catch (RuntimeException e) {
            if (DatabaseOutage.isBehind(e)) {
                LOG.log(System.Logger.Level.WARNING, "Nobody can be told apart: {0}", e.getMessage());
                return unavailable(context.getResponse());
            }
            throw e;
        }
    }

    private AuthenticationStatus authenticate(HttpServletRequest request, PagePath path, HttpMessageContext context)
            throws AuthenticationException {
        Optional<AccountProfile> person = signIn.find(request, context.getResponse());
        if (person.isPresent()) {
            return enter(person.get(), path, context);
        }
        if (!path.exists()) {
            return notFound(context.getResponse());
        }
        if (oidc.isConfigured()) {
            return withProvider(path, request, context);
        }
        if (accounts.isServerUnclaimed()) {
            return path.isSetUp() ? context.doNothing() : redirect("/set-up", context);
        }
        return path.isOpen() ? context.doNothing() : redirect(LocalPath.signInFor(request), context);
    }

    private AuthenticationStatus withProvider(PagePath path, HttpServletRequest request, HttpMessageContext context)
            throws AuthenticationException {
        if (path.isCallback()) {
            return redirect(provider.finish(request, context), context);
        }
        if (path.isOpen()) {
            return context.doNothing();
        }
        // A script of ours cannot follow to another site; the page can.
        return isAjax(request) ? redirect(LocalPath.signInFor(request), context) : provider.start(request, context);
    }

    private static AuthenticationStatus enter(AccountProfile person, PagePath path, HttpMessageContext context)
            throws AuthenticationException {
        if (path.isForAdministrators() && !person.isAdmin()) {
            return notFound(context.getResponse());
        }
        return context.notifyContainerAboutLogin(
                Long.toString(person.id()), Set.of(person.role().name()));
    }

    private static AuthenticationStatus redirect(String path, HttpMessageContext context)
            throws AuthenticationException {
        if (isAjax(context.getRequest())) {
            redirectAjax(path, context.getResponse());
        } else {
            ConsoleResponse.redirect(context.getResponse(), path);
        }
        return AuthenticationStatus.SEND_CONTINUE;
    }

    private static boolean isAjax(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    private static void redirectAjax(String path, HttpServletResponse response) throws AuthenticationException {
        response.setContentType("text/xml;charset=UTF-8");
        try {
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + path.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")
                            + "\"/></partial-response>");
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
    }

    private static AuthenticationStatus unavailable(HttpServletResponse response) throws AuthenticationException {
        try {
            Unavailable.answer(response);
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    private static AuthenticationStatus notFound(HttpServletResponse response) throws AuthenticationException {
        try {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (IOException e) {
            throw new AuthenticationException(e);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }
}
