package dev.opensync.web.settings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How to point each plugin at this server. */
@Named
@RequestScoped
public class PluginSetupView {

    @Inject
    HttpServletRequest request;

    @Inject
    @ConfigProperty(name = "opensync.http.public-url")
    Optional<String> publicUrl;

    /** Where plugins reach this server, without a slash at the end. */
    public String getUrl() {
        return publicUrl
                .filter(url -> !url.isBlank())
                .map(String::strip)
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .orElseGet(this::requested);
    }

    public List<PluginSetup> getPlugins() {
        return PluginSetup.all(getUrl());
    }

    private String requested() {
        String whole = request.getRequestURL().toString();
        return whole.substring(0, whole.length() - request.getRequestURI().length()) + request.getContextPath();
    }
}
