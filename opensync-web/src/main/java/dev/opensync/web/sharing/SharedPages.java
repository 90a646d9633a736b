package dev.opensync.web.sharing;

import dev.opensync.shared.DatabaseOutage;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.sharing.Exhibit;
import dev.opensync.sharing.ExhibitService;
import dev.opensync.sharing.ShareService;
import dev.opensync.sharing.Sharing;
import dev.opensync.web.faces.Unavailable;
import dev.opensync.web.session.PictureFile;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses of shared sessions. What was never shared, no longer is, or has expired looks the same: it is not there. */
@WebServlet("/s/*")
public class SharedPages extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(SharedPages.class.getName());

    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9_-]{43})(/picture|/find)?");
    private static final int MOST_TEXT = 200;

    /** Each is read for every visitor who asks. */
    private static final int MOST_PLACES = 200;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    @Inject
    transient ExhibitService exhibits;

    @Inject
    transient ShareService shares;

    @Inject
    transient Sharing sharing;

    @Inject
    transient OpenedShares opened;

    @Inject
    transient SharedView view;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            super.service(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !DatabaseOutage.isBehind(e)) {
                throw e;
            }
            LOG.log(Level.WARNING, "A shared page could not be made: {0}", e.getMessage());
            Unavailable.answer(response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        Matcher path = path(request);
        Optional<Exhibit> exhibit = path.matches() ? exhibits.find(path.group(1)) : Optional.empty();
        if (exhibit.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.group(2) == null) {
            showPage(path.group(1), exhibit.get(), request, response);
        } else if (!isOpen(path.group(1), exhibit.get(), request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.group(2).equals("/picture")) {
            showPicture(exhibit.get(), request, response);
        } else {
            find(exhibit.get(), request, response);
        }
    }

    /** Takes the password. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Matcher path = path(request);
        if (!path.matches() || exhibits.find(path.group(1)).isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String slug = path.group(1);
        String password = Objects.requireNonNullElse(request.getParameter("password"), "");
        boolean right = sharing.unlock(slug, password, request.getRemoteAddr());
        if (right) {
            opened.add(slug);
        }
        response.sendRedirect(request.getContextPath() + "/s/" + slug + (right ? "" : "?wrong=wrong"));
    }

    private void showPage(String slug, Exhibit exhibit, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (isOpen(slug, exhibit, request)) {
            try {
                view.show(
                        slug,
                        exhibit,
                        request.getParameter("after"),
                        request.getParameter("before"),
                        request.getParameter("at"));
            } catch (OpenSyncException e) {
                // Deleted at this moment, or an address no page of ours has.
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            boolean isFirst = Stream.of("after", "before").noneMatch(request.getParameterMap()::containsKey);
            if (isFirst && !isOwner(exhibit, request)) {
                countVisit(slug);
            }
        } else {
            view.askForPassword(slug, request.getParameter("wrong") != null);
        }
        request.getRequestDispatcher("/shared.xhtml").forward(request, response);
    }

    /** Visitors see the page also when their owner revokes it at this moment. */
    private void countVisit(String slug) {
        try {
            shares.countVisit(slug);
        } catch (EJBException e) {
            LOG.log(Level.DEBUG, "A visit is not counted", e);
        }
    }

    /** Answers with the numbers of the messages that say what is asked for. */
    private void find(Exhibit exhibit, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String text = Objects.requireNonNullElse(request.getParameter("q"), "");
        if (text.isBlank() || text.length() > MOST_TEXT) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter()
                    .write(exhibits.saying(exhibit, text, MOST_PLACES).toString());
        } catch (OpenSyncException e) {
            // Deleted at this moment.
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void showPicture(Exhibit exhibit, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            PictureFile picture =
                    PictureFile.of(exhibits.message(exhibit, number(request, "id")), number(request, "at"));
            response.setContentType(picture.type());
            picture.write(response.getOutputStream());
        } catch (OpenSyncException | IllegalArgumentException e) {
            // There is none, or what there is cannot be drawn.
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** No session is started for whoever has none. */
    private boolean isOpen(String slug, Exhibit exhibit, HttpServletRequest request) {
        return !exhibit.withPassword()
                || isOwner(exhibit, request)
                || (request.getSession(false) != null && opened.contains(slug));
    }

    private static boolean isOwner(Exhibit exhibit, HttpServletRequest request) {
        Principal person = request.getUserPrincipal();
        return person != null && person.getName().equals(Long.toString(exhibit.accountId()));
    }

    private static Matcher path(HttpServletRequest request) {
        return PATH.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
    }

    private static int number(HttpServletRequest request, String parameter) {
        String text = Objects.requireNonNullElse(request.getParameter(parameter), "");
        if (!NUMBER.matcher(text).matches()) {
            throw OpenSyncException.notFound("No such picture");
        }
        return Integer.parseInt(text);
    }
}
