package dev.opensync.account;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Writes when and by which client keys were last used, away from the requests. */
@Singleton
@Startup
public class ApiKeyUseJob {

    @Inject
    ApiKeyUses uses;

    @EJB
    ApiKeyService keys;

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void write() {
        if (uses.isEmpty()) {
            return;
        }
        keys.writeUses();
    }

    @PreDestroy
    void stop() {
        write();
    }
}
