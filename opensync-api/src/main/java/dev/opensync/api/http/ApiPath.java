package dev.opensync.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The usual form of a path of the HTTP edges, however a client wrote it.
 *
 * <p>Clients put {@code /sync/session} behind a base address as text, so a base that ends in a slash gives two slashes, and
 * some clients only take an address with {@code convex.site} in it, which a user can satisfy with a first path segment such
 * as {@code opensync.convex.site}. Whoever decides by path, authentication first of all, decides by this one.
 */
public final class ApiPath {

    private static final String ACCEPTED_PREFIX = ".convex.site";
    private static final Set<String> EDGES = Set.of("sync", "api", "health");

    private ApiPath() {}

    /** Empty if the request is not for {@code /sync}, {@code /api} or {@code /health}. */
    public static Optional<String> of(HttpServletRequest request) {
        return of(asMapped(request));
    }

    /** The same for a decoded path without query, for example {@code //sync/session/}. */
    public static Optional<String> of(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        if (!segments.isEmpty() && segments.getFirst().endsWith(ACCEPTED_PREFIX)) {
            segments.removeFirst();
        }
        return !segments.isEmpty() && EDGES.contains(segments.getFirst())
                ? Optional.of("/" + String.join("/", segments))
                : Optional.empty();
    }

    /** As the container decoded it: escapes such as {@code /%61pi} cannot slip past. */
    private static String asMapped(HttpServletRequest request) {
        String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        boolean hasWelcomeFile = request.getRequestURI().endsWith("/") && !path.endsWith("/");
        // Behind a slash at the end of an unknown path the container puts the name of a welcome page.
        return hasWelcomeFile ? path.substring(0, path.lastIndexOf('/')) : path;
    }
}
