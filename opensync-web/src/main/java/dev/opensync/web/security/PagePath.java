package dev.opensync.web.security;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Set;

/**
 * Which page a request asks for, judged by the path the container dispatches on: decoded and without dot segments, so that
 * nothing can look like one page here and be served as another.
 */
final class PagePath {

    /** Nothing on them is anybody's. */
    private static final Set<String> OPEN_PAGES = Set.of(
            "/",
            "/index",
            "/docs",
            "/docs-hits",
            "/docs-markdown",
            "/api-reference",
            "/openapi",
            "/login",
            "/set-up",
            "/invitation",
            "/sign-up",
            "/callback",
            "/favicon.ico",
            "/robots.txt");

    private static final String RESOURCES = "/jakarta.faces.resource/";
    /** Addresses of sessions that their owners have made public. */
    private static final String SHARED = "/s/";

    private static final String ADMIN = "/admin/";
    private static final String VIEW_SUFFIX = ".xhtml";

    private final String path;
    private final ServletContext application;

    private PagePath(String path, ServletContext application) {
        this.path = path.endsWith(VIEW_SUFFIX) ? path.substring(0, path.length() - VIEW_SUFFIX.length()) : path;
        this.application = application;
    }

    static PagePath of(HttpServletRequest request) {
        return new PagePath(
                request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), ""),
                request.getServletContext());
    }

    /** Whether the console shows a page there, or leads to one: Faces maps the address of each view to its servlet. */
    boolean exists() {
        return isOpen()
                || application.getServletRegistrations().values().stream()
                        .anyMatch(servlet -> servlet.getMappings().contains(path));
    }

    /** Whether nobody needs to sign in for it. What is not named here is closed. */
    boolean isOpen() {
        return isResource() || path.startsWith(SHARED) || OPEN_PAGES.contains(path);
    }

    boolean isCallback() {
        return path.equals("/callback");
    }

    boolean isSetUp() {
        return path.equals("/set-up");
    }

    boolean isForAdministrators() {
        return path.startsWith(ADMIN);
    }

    boolean isResource() {
        return path.startsWith(RESOURCES);
    }
}
