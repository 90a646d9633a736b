package dev.opensync.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether a proxy that speaks TLS stands in front of us; described in {@code config/opensync.properties}. */
@ApplicationScoped
public class ProxyConfig {

    @Inject
    @ConfigProperty(name = "opensync.http.behind-proxy", defaultValue = "false")
    boolean behindProxy;

    public boolean isBehindProxy() {
        return behindProxy;
    }

    /** As the browser sent it. The proxy's headers count only if there is one: anybody can send them. */
    HttpServletRequest original(HttpServletRequest request) {
        return behindProxy && !(request instanceof ForwardedRequest) ? new ForwardedRequest(request) : request;
    }
}
