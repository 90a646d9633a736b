package dev.opensync.api.security;

import dev.opensync.account.ApiKeyCallers;
import dev.opensync.account.Caller;
import dev.opensync.shared.OpenSyncException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells who calls the API, by the Authorization header alone: a browser's cookie means nothing there, so no foreign page
 * can use it.
 *
 * <p>It never refuses by itself. Whether a caller is needed is the resource's matter.
 */
@ApplicationScoped
public class ApiAuthenticator {

    private static final String SCHEME = "Bearer ";
    private static final String KEY_START = "osk_";
    private static final String OLD_KEY_START = "os_";

    @Inject
    ApiKeyCallers keys;

    @Inject
    TokenAuthenticator tokens;

    /** Always goes on to the resource, identified or not. */
    public AuthenticationStatus authenticate(HttpMessageContext context) {
        HttpServletRequest request = context.getRequest();
        ApiAuthentication authentication = authenticate(request.getHeader("Authorization"), context);
        request.setAttribute(ApiAuthentication.ATTRIBUTE, authentication);
        Caller caller = authentication.caller();
        return caller == null
                ? context.doNothing()
                : context.notifyContainerAboutLogin(
                        Long.toString(caller.accountId()),
                        caller.scopes().stream().map(Enum::name).collect(Collectors.toSet()));
    }

    private ApiAuthentication authenticate(@Nullable String authorization, HttpMessageContext context) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return ApiAuthentication.refused(AuthenticationFilter.MISSING);
        }
        String token = authorization.substring(SCHEME.length());
        if (token.startsWith(KEY_START) || token.startsWith(OLD_KEY_START)) {
            return withKey(token, context.getRequest());
        }
        return tokens.authenticate(context);
    }

    private ApiAuthentication withKey(String token, HttpServletRequest request) {
        try {
            Optional<Caller> caller = keys.identify(token, request.getHeader("User-Agent"));
            return caller.map(ApiAuthentication::of).orElseGet(() -> ApiAuthentication.refused("Invalid API key"));
        } catch (OpenSyncException e) {
            // The only failure there is; thrown on, it would end as a page.
            return ApiAuthentication.unavailable(e.getMessage());
        }
    }
}
