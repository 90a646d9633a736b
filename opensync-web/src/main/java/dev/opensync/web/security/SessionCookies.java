package dev.opensync.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Marks the session cookie secure where a proxy hides from the container that the browser speaks TLS. */
@WebListener
public class SessionCookies implements ServletContextListener {

    @Inject
    ProxyConfig proxy;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (proxy.isBehindProxy()) {
            event.getServletContext().getSessionCookieConfig().setSecure(true);
        }
    }
}
