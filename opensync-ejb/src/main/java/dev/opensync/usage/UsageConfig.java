package dev.opensync.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What usage is measured against; described in {@code config/opensync.properties}. */
@ApplicationScoped
public class UsageConfig {

    private static final long MICROS_PER_DOLLAR = 1_000_000;

    @Inject
    @ConfigProperty(name = "opensync.usage.included-dollars", defaultValue = "20")
    long includedDollars;

    /** 0 = nothing is included, and nothing is compared. */
    public long includedMicros() {
        return Math.max(0, includedDollars) * MICROS_PER_DOLLAR;
    }
}
