package dev.opensync.web.security;

import dev.opensync.account.AccountConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/** The cookie of a browser that is remembered. */
@ApplicationScoped
public class RememberCookie {

    private static final String NAME = "opensync-remember";

    @Inject
    AccountConfig config;

    @Inject
    ProxyConfig proxy;

    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    void write(String token, HttpServletRequest request, HttpServletResponse response) {
        add(token, Math.toIntExact(config.rememberValidity().toSeconds()), request, response);
    }

    void remove(HttpServletRequest request, HttpServletResponse response) {
        add("", 0, request, response);
    }

    private void add(String value, int maxAgeSeconds, HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(proxy.original(request).isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(maxAgeSeconds);
        response.addCookie(cookie);
    }
}
