package dev.opensync.account;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;

/** Removes counters of wrong passwords and remembered browsers whose time is over. */
@Singleton
public class SignInPurgeJob {

    @EJB
    SignInAttemptService attempts;

    @EJB
    RememberedBrowserService browsers;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void purge() {
        attempts.forgetOld();
        browsers.forgetExpired();
    }
}
