package dev.opensync.api.accesslog;

import dev.opensync.accesslog.AccessLogEntry;
import dev.opensync.accesslog.AccessLogQueue;
import dev.opensync.account.Caller;
import dev.opensync.api.http.AnswerEnd;
import dev.opensync.api.security.CallerContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notes each authenticated call for the access log once its answer is written.
 *
 * <p>An answer with a body is complete only after the interceptor, which is also where streamed ones end; an answer without
 * a body never gets there and is noted by the response filter. The caller is asked for while the request is on its own
 * thread: the answer of an asynchronous resource is written on another one.
 */
@Provider
@Priority(Priorities.AUTHENTICATION + 1)
public class AccessLogFilter implements ContainerRequestFilter, ContainerResponseFilter, WriterInterceptor {

    private static final String CALL = AccessLogFilter.class.getName();

    @Inject
    CallerContext context;

    @Inject
    AccessLogQueue queue;

    @Inject
    InstantSource clock;

    @Context
    ResourceInfo route;

    @Context
    HttpServletRequest exchange;

    @Override
    public void filter(ContainerRequestContext request) {
        start(request);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(CALL) == null && route.getResourceMethod() != null) {
            // Refused before it came here, for want of a scope for example.
            start(request);
        }
        if (request.getProperty(CALL) instanceof Call call) {
            call.status = response.getStatus();
            if (!response.hasEntity()) {
                note(call);
            }
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext writing) throws IOException {
        try {
            writing.proceed();
        } finally {
            if (writing.getProperty(CALL) instanceof Call call) {
                note(call);
            }
        }
    }

    private void start(ContainerRequestContext request) {
        Caller caller = context.findCaller().orElse(null);
        AnswerEnd end = AnswerEnd.find(exchange);
        String method = end == null ? request.getMethod() : end.method();
        request.setProperty(CALL, new Call(caller, endpoint(), method, clock.millis(), end));
    }

    private void note(Call call) {
        Caller caller = call.caller;
        if (caller != null) {
            if (call.end == null) {
                queue.add(call.finished(caller, call.status));
            } else {
                call.end.listen(status -> queue.add(call.finished(caller, status)));
            }
        }
    }

    /** The path as declared, so that ids of sessions do not end up in the log. */
    private String endpoint() {
        return Stream.of(
                        route.getResourceClass().getAnnotation(Path.class),
                        route.getResourceMethod().getAnnotation(Path.class))
                .map(AccessLogFilter::path)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining("/", "/api/", ""));
    }

    private static String path(@Nullable Path path) {
        return path == null ? "" : path.value().replaceAll("^/|/$", "");
    }

    private static final class Call {

        /** Null for a resource that is open to everybody. */
        private final @Nullable Caller caller;

        private final String endpoint;
        private final String method;
        private final long startedMillis;
        private final long startedNanos = System.nanoTime();
        private final @Nullable AnswerEnd end;
        private int status;

        Call(@Nullable Caller caller, String endpoint, String method, long startedMillis, @Nullable AnswerEnd end) {
            this.caller = caller;
            this.endpoint = endpoint;
            this.method = method;
            this.startedMillis = startedMillis;
            this.end = end;
        }

        AccessLogEntry finished(Caller caller, int status) {
            return new AccessLogEntry(
                    caller.accountId(),
                    caller.apiKeyId(),
                    endpoint,
                    method,
                    status,
                    Duration.ofNanos(System.nanoTime() - startedNanos).toMillis(),
                    Instant.ofEpochMilli(startedMillis));
        }
    }
}
