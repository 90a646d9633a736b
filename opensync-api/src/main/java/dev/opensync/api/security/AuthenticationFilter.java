package dev.opensync.api.security;

import dev.opensync.account.Caller;
import dev.opensync.account.Scope;
import dev.opensync.api.limit.RateLimits;
import dev.opensync.api.problem.Problem;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through to the resource only with the credential the resource asks for, before the body is read.
 *
 * <p>The texts are those of upstream {@code convex/http.ts}; clients print them.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFilter implements ContainerRequestFilter {

    static final String MISSING = "Missing Authorization header";
    static final String NOT_A_KEY = "Invalid API key format";

    @Context
    ResourceInfo resource;

    @Context
    HttpServletRequest request;

    @Inject
    CallerContext context;

    @Inject
    RateLimits limits;

    @Override
    public void filter(ContainerRequestContext exchange) {
        Object found = request.getAttribute(ApiAuthentication.ATTRIBUTE);
        ApiAuthentication authentication =
                found instanceof ApiAuthentication known ? known : ApiAuthentication.refused(MISSING);
        Caller caller = authentication.caller();
        if (caller != null) {
            context.enter(caller);
        }
        AnnotatedElement guarded = guarded();
        if (guarded.isAnnotationPresent(PermitAll.class)) {
            return;
        }
        if (caller == null) {
            exchange.abortWith(refused(authentication));
        } else if (caller.apiKeyId() == null && isForKeysOnly()) {
            exchange.abortWith(unauthorized(NOT_A_KEY));
        } else {
            requireScope(exchange, caller, guarded.getAnnotation(RolesAllowed.class));
        }
    }

    private Response refused(ApiAuthentication authentication) {
        String refusal = refusal(authentication);
        return authentication.status() == ApiAuthentication.UNAUTHORIZED
                ? limits.countFailure(request).orElseGet(() -> unauthorized(refusal))
                : new Problem(authentication.status(), refusal).toResponse();
    }

    private String refusal(ApiAuthentication authentication) {
        String refusal = authentication.refusal();
        if (refusal == null || (MISSING.equals(refusal) && isForKeysOnly())) {
            return NOT_A_KEY;
        }
        return refusal;
    }

    /** {@code allowed} null, from a resource that forgot to say who may call it, lets nobody through. */
    private static void requireScope(ContainerRequestContext exchange, Caller caller, @Nullable RolesAllowed allowed) {
        String[] scopes = allowed == null ? new String[0] : allowed.value();
        if (Arrays.stream(scopes).map(Scope::valueOf).noneMatch(caller::may)) {
            String error = "This needs a credential with the scope " + String.join(" or ", scopes);
            exchange.abortWith(new Problem(403, error).toResponse());
        }
    }

    /** What carries the rule: the method, or its class where the method has none of its own. */
    private AnnotatedElement guarded() {
        Method method = resource.getResourceMethod();
        boolean hasOwnRule =
                method.isAnnotationPresent(PermitAll.class) || method.isAnnotationPresent(RolesAllowed.class);
        return hasOwnRule ? method : resource.getResourceClass();
    }

    private boolean isForKeysOnly() {
        return resource.getResourceMethod().isAnnotationPresent(ApiKeyOnly.class)
                || resource.getResourceClass().isAnnotationPresent(ApiKeyOnly.class);
    }

    private static Response unauthorized(String error) {
        return Response.fromResponse(new Problem(401, error).toResponse())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
