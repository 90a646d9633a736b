package dev.opensync.api;

import dev.opensync.api.http.BodyInflater;
import dev.opensync.api.problem.EjbExceptionMapper;
import dev.opensync.api.problem.HttpErrorMapper;
import dev.opensync.api.problem.OpenSyncExceptionMapper;
import dev.opensync.api.problem.UnexpectedErrorMapper;
import dev.opensync.api.security.AuthenticationFilter;
import dev.opensync.api.security.RateLimitFilter;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes every application of the HTTP edges has. */
final class EdgeClasses {

    private static final Set<Class<?>> COMMON = Set.of(
            AuthenticationFilter.class,
            BodyInflater.class,
            EjbExceptionMapper.class,
            HttpErrorMapper.class,
            OpenSyncExceptionMapper.class,
            RateLimitFilter.class,
            UnexpectedErrorMapper.class);

    private EdgeClasses() {}

    static Set<Class<?>> with(Class<?>... own) {
        return Stream.concat(COMMON.stream(), Stream.of(own)).collect(Collectors.toUnmodifiableSet());
    }
}
