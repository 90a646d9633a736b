package dev.opensync.web.shell;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of the original OpenSync, which stand in people's notes and bookmarks. */
@WebServlet({"/dashboard", "/profile"})
public class FormerAddresses extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + page(request));
    }

    private static String page(HttpServletRequest request) {
        String session = request.getParameter("session");
        if (request.getServletPath().equals("/profile")) {
            return "/settings#profile";
        }
        return session == null ? "/overview" : "/session?id=" + URLEncoder.encode(session, StandardCharsets.UTF_8);
    }
}
