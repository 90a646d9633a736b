package dev.opensync.api.http;

import dev.opensync.shared.DatabaseOutage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * First in the way of every request: brings oddly written paths of the HTTP edges to their usual form, adds the headers for
 * foreign origins, answers preflights, and tags and compresses what is read.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class EdgeFilter extends HttpFilter {

    private static final System.Logger LOG = System.getLogger(EdgeFilter.class.getName());
    private static final int FAILED = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    private static final int UNAVAILABLE = HttpServletResponse.SC_SERVICE_UNAVAILABLE;

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
        if (!isBuffered(request, path.get())) {
            pass(request, new ErrorsAsJson(response), chain, path.get());
            return;
        }
        BufferedAnswer buffered = new BufferedAnswer(request, response);
        AnswerEnd end = AnswerEnd.of(request);
        try {
            boolean head = HeadAsGet.METHOD.equals(request.getMethod());
            pass(head ? new HeadAsGet(request) : request, new ErrorsAsJson(buffered), chain, path.get());
            buffered.finish();
        } finally {
            end.reached(buffered.getStatus());
        }
    }

    private static void pass(HttpServletRequest request, ErrorsAsJson answer, FilterChain chain, String path)
            throws IOException, ServletException {
        try {
            if (isUsual(request.getRequestURI(), path)) {
                chain.doFilter(request, answer);
            } else if (AMBIGUOUS.matcher(path).find()) {
                answer.sendError(HttpServletResponse.SC_NOT_FOUND);
            } else {
                request.getRequestDispatcher(path).forward(request, answer);
            }
        } catch (ServletException | RuntimeException e) {
            if (answer.isCommitted()) {
                throw e;
            }
            LOG.log(Level.ERROR, "An answer could not be written to its end", e);
            answer.sendError(DatabaseOutage.isBehind(e) ? UNAVAILABLE : FAILED);
        }
    }

    /** What is stored is answered later, on another thread, and shortly. */
    private static boolean isBuffered(HttpServletRequest request, String path) {
        return switch (request.getMethod()) {
            case "GET", HeadAsGet.METHOD -> !path.startsWith("/health");
            case "POST" -> path.equals("/api/search");
            default -> false;
        };
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
