package dev.opensync.api.security;

import dev.opensync.account.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who sent the request at hand. An asynchronous resource reads it before it leaves the request's thread.
 */
@RequestScoped
public class CallerContext {

    private @Nullable Caller caller;

    /** Only where the resource demands a caller; a resource open to everybody asks {@link #findCaller}. */
    public Caller caller() {
        return findCaller().orElseThrow(() -> new IllegalStateException("This resource is open to everybody"));
    }

    /** Empty if the request carried no valid credential. */
    public Optional<Caller> findCaller() {
        return Optional.ofNullable(caller);
    }

    void enter(Caller identified) {
        caller = identified;
    }
}
