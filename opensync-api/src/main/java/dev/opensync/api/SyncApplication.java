package dev.opensync.api;

import dev.opensync.api.sync.SyncResource;
import dev.opensync.api.sync.SyncSessionsResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Everything below {@code /sync}. */
@ApplicationPath("/sync")
public class SyncApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return EdgeClasses.with(SyncResource.class, SyncSessionsResource.class);
    }
}
