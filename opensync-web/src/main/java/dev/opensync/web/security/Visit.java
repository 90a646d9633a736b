package dev.opensync.web.security;

import dev.opensync.account.AccountProfile;
import dev.opensync.account.OidcConfig;
import dev.opensync.shared.OpenSyncException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** What pages do for a visitor: let in, let out, know the address and the way on. */
@RequestScoped
public class Visit {

    @Inject
    SignIn signIn;

    @Inject
    OidcConfig oidc;

    @Inject
    ProxyConfig proxy;

    /** Signs in and goes on to {@code from}, or to the overview if that is no path of ours. */
    public void enter(AccountProfile profile, boolean remember, @Nullable String from) {
        signIn.enter(profile, request());
        if (remember) {
            signIn.remember(profile, request(), response());
        }
        go(LocalPath.orHome(from));
    }

    /** Keeps this browser signed in after its owner changed the password. */
    public void renew(AccountProfile profile) {
        signIn.enter(profile, request());
    }

    public void leave() {
        signIn.leave(request(), response());
        go("/login");
    }

    /** For somebody whose account is closed. */
    public void leaveForGood() {
        signIn.leave(request(), response());
        go("/login?closed=yes");
    }

    /** Fails with {@code NOT_FOUND} where an identity provider keeps the accounts. */
    public void requireLocalAccounts() {
        if (oidc.isConfigured()) {
            throw OpenSyncException.notFound("Accounts are kept by the identity provider");
        }
    }

    public boolean isWithProvider() {
        return oidc.isConfigured();
    }

    /** Network address of the browser. */
    public String address() {
        return request().getRemoteAddr();
    }

    /** Scheme, host and port, as the browser knows this server; no slash at the end. */
    public String baseUrl() {
        HttpServletRequest request = request();
        StringBuffer url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }

    /** Leads the browser to a page of ours. */
    public void goOn(String path) {
        go(external().getRequestContextPath() + path);
    }

    /** To {@code address}, path and query with that of the application; to the overview if that is none of ours. */
    public void goBack(@Nullable String address) {
        go(LocalPath.orHome(address));
    }

    private static void go(String path) {
        try {
            external().redirect(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServletRequest request() {
        return proxy.original((HttpServletRequest) external().getRequest());
    }

    private static HttpServletResponse response() {
        return (HttpServletResponse) external().getResponse();
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
