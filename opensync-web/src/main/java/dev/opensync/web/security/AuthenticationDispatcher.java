package dev.opensync.web.security;

import dev.opensync.api.http.ApiPath;
import dev.opensync.api.http.EdgeFilter;
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

/** The one door: every request passes here first, to the API as a program or to the console as a person. */
@Alternative
@Priority(100)
@ApplicationScoped
public class AuthenticationDispatcher implements HttpAuthenticationMechanism {

    @Inject
    ApiAuthenticator api;

    @Inject
    ConsoleAuthenticator console;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (EdgeFilter.isPreflight(request)) {
            return context.doNothing();
        }
        return ApiPath.of(request).isPresent() ? api.authenticate(context) : console.authenticate(context);
    }
}
