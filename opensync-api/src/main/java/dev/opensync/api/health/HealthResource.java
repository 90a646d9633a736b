package dev.opensync.api.health;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;

/** Tells that the server takes requests. Plugins look only at the status; nothing is counted here. */
@Path("/")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    @Inject
    InstantSource clock;

    @GET
    public Health health() {
        return new Health("ok", clock.millis());
    }

    /** The answer; {@code timestamp} is the server's time in epoch milliseconds. */
    public record Health(String status, long timestamp) {}
}
