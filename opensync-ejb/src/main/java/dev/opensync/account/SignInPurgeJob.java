package dev.opensync.account;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Removes counters of wrong passwords and remembered browsers whose time is over. */
@Singleton
public class SignInPurgeJob {

    @Inject
    SignInAttemptService attempts;

    @Inject
    RememberedBrowserService browsers;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void purge() {
        attempts.forgetOld();
        browsers.forgetExpired();
    }
}
