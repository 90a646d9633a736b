package dev.opensync.api.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * First in the way of every request: brings oddly written paths of the HTTP edges to their usual form, adds the headers for
 * foreign origins and answers preflights.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class EdgeFilter extends HttpFilter {

    /** Escapes and dot segments: a forward would resolve them once more and could end at a page of the console. */
    private static final Pattern AMBIGUOUS = Pattern.compile("%|/\\.{1,2}(?=[;/]|$)");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isPreflight(request)) {
            CrossOrigin.answerPreflight(response);
            return;
        }
        Optional<String> path = ApiPath.of(request);
        if (path.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        CrossOrigin.allow(response);
        HttpServletResponse answer = new ErrorsAsJson(response);
        if (isUsual(request.getRequestURI(), path.get())) {
            chain.doFilter(request, answer);
        } else if (AMBIGUOUS.matcher(path.get()).find()) {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            request.getRequestDispatcher(path.get()).forward(request, answer);
        }
    }

    /** Answered on every path, and before anybody is asked who he is. */
    public static boolean isPreflight(HttpServletRequest request) {
        return "OPTIONS".equals(request.getMethod());
    }

    /** Escapes alone are no reason to forward: JAX-RS takes them apart better than a forward does. */
    private static boolean isUsual(String raw, String path) {
        try {
            return raw.equals(path) || path.equals(new URI(raw).getPath());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
