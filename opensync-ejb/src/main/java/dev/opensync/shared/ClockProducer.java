package dev.opensync.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/** The one place that reads the system's time; everything else injects the clock, so tests can set it. */
@ApplicationScoped
public class ClockProducer {

    @Produces
    @ApplicationScoped
    public InstantSource clock() {
        return InstantSource.system();
    }
}
