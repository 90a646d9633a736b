package dev.opensync.web.settings;

import dev.opensync.web.security.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How to point each plugin at this server. */
@Named
@RequestScoped
public class PluginSetupView {

    @Inject
    Visit visit;

    @Inject
    @ConfigProperty(name = "opensync.http.public-url")
    Optional<String> publicUrl;

    /** Where plugins reach this server, without a slash at the end. */
    public String getUrl() {
        return publicUrl
                .filter(url -> !url.isBlank())
                .map(String::strip)
                .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url)
                .orElseGet(visit::baseUrl);
    }

    public List<PluginSetup> getPlugins() {
        return PluginSetup.all(getUrl());
    }
}
