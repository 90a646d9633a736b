package dev.opensync.api;

import dev.opensync.api.health.HealthResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Everything below {@code /health}. */
@ApplicationPath("/health")
public class HealthApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return EdgeClasses.with(HealthResource.class);
    }
}
