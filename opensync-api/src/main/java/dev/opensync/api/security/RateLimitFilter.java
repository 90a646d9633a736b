package dev.opensync.api.security;

import dev.opensync.api.limit.RateLimits;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Turns callers away who call too often, before anything is done for them. */
@Provider
@Priority(Priorities.AUTHENTICATION + 2)
public class RateLimitFilter implements ContainerRequestFilter {

    @Context
    HttpServletRequest request;

    @Inject
    CallerContext context;

    @Inject
    RateLimits limits;

    @Override
    public void filter(ContainerRequestContext exchange) {
        context.findCaller().flatMap(caller -> limits.count(request, caller)).ifPresent(exchange::abortWith);
    }
}
