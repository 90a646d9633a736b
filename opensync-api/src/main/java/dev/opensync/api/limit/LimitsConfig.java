package dev.opensync.api.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How many calls a minute are served; 0 = any number. Described in {@code config/opensync.properties}. */
@ApplicationScoped
public class LimitsConfig {

    @Inject
    @ConfigProperty(name = "opensync.limits.sync-per-minute", defaultValue = "0")
    long syncPerMinute;

    @Inject
    @ConfigProperty(name = "opensync.limits.reads-per-minute", defaultValue = "1200")
    long readsPerMinute;

    @Inject
    @ConfigProperty(name = "opensync.limits.searches-per-minute", defaultValue = "300")
    long searchesPerMinute;

    @Inject
    @ConfigProperty(name = "opensync.limits.address-reads-per-minute", defaultValue = "12000")
    long addressReadsPerMinute;

    @Inject
    @ConfigProperty(name = "opensync.limits.failures-per-minute", defaultValue = "120")
    long failuresPerMinute;

    long syncPerMinute() {
        return syncPerMinute;
    }

    long readsPerMinute() {
        return readsPerMinute;
    }

    long searchesPerMinute() {
        return searchesPerMinute;
    }

    long addressReadsPerMinute() {
        return addressReadsPerMinute;
    }

    long failuresPerMinute() {
        return failuresPerMinute;
    }
}
