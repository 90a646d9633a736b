package dev.opensync.account;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** Counting attempts to guess a password and refusing them while an account, or a network address, has to pause. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInAttemptService {

    @Inject
    SignInFailureRepository failures;

    @Inject
    InstantSource clock;

    /**
     * {@code email}: of the account, or whatever else the password opens. Counts the attempt as failed until {@link #succeed};
     * false if it must not be made at all.
     */
    public boolean begin(String email, String address) {
        long nowMillis = clock.millis();
        // Always in this order, so that no two attempts wait for each other.
        TokenHash account = accountSubject(email);
        TokenHash network = addressSubject(address);
        SignInFailures ofAccount = failures.lock(account);
        SignInFailures ofAddress = failures.lock(network);
        if (ofAccount.isBlocked(nowMillis) || ofAddress.isBlocked(nowMillis)) {
            return false;
        }
        failures.store(account, ofAccount.withOneMore(nowMillis, GuessingLimit.ACCOUNT));
        failures.store(network, ofAddress.withOneMore(nowMillis, GuessingLimit.ADDRESS));
        return true;
    }

    public void succeed(String email, String address) {
        TokenHash account = accountSubject(email);
        TokenHash network = addressSubject(address);
        failures.lock(account);
        failures.store(account, SignInFailures.NONE);
        failures.store(network, failures.lock(network).withOneLess());
    }

    /** Removes counters that no longer count. */
    public void forgetOld() {
        failures.forgetOld(clock.millis() - GuessingLimit.ACCOUNT.memory().toMillis());
    }

    private static TokenHash accountSubject(String email) {
        return TokenHash.of("account:" + email);
    }

    private static TokenHash addressSubject(String address) {
        return TokenHash.of("address:" + address);
    }
}
