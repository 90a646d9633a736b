package dev.opensync.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives every answer the headers that keep browsers from being used against their owner. */
public class ConsoleFilter extends HttpFilter {

    // For what is no page. Pages get theirs from PrimeFaces, with the nonce of their scripts: see web.xml.
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String ONE_YEAR = "max-age=31536000";

    @Inject
    ProxyConfig proxy;

    @Override
    protected void doFilter(HttpServletRequest received, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = proxy.original(received);
        response.setHeader("Content-Security-Policy", NOTHING);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
        if (!PagePath.of(request).isResource()) {
            // Neither a shared cache nor the Back button after sign-out may show what was private.
            response.setHeader("Cache-Control", "no-store");
        }
        boolean isErrorPage = request.getDispatcherType() == DispatcherType.ERROR;
        chain.doFilter(isErrorPage ? new ErrorPageRequest(request) : request, new ConsoleResponse(response));
    }
}
