package dev.opensync.api.account;

import dev.opensync.account.AccountService;
import dev.opensync.account.ApiKeyService;
import dev.opensync.account.ApiKeySummary;
import dev.opensync.account.Caller;
import dev.opensync.api.http.ServerVersion;
import dev.opensync.api.security.CallerContext;
import dev.opensync.session.SessionService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Lets users check a key: any valid one may ask. */
@ApplicationScoped
@Path("me")
@RolesAllowed({"SYNC", "READ", "ADMIN"})
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    @Inject
    CallerContext context;

    @EJB
    AccountService accounts;

    @EJB
    ApiKeyService keys;

    @EJB
    SessionService sessions;

    @Inject
    ServerVersion version;

    @GET
    public MeResponse me() {
        Caller caller = context.caller();
        return MeResponse.of(
                accounts.profile(caller.accountId()),
                caller,
                key(caller),
                sessions.lastSync(caller.accountId()).orElse(null),
                version.text());
    }

    private @Nullable ApiKeySummary key(Caller caller) {
        Long keyId = caller.apiKeyId();
        return keyId == null ? null : keys.find(caller.accountId(), keyId).orElse(null);
    }
}
