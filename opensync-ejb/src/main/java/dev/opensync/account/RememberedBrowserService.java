package dev.opensync.account;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Knowing people again by a token in their browser that changes with every use. */
@Stateless
public class RememberedBrowserService {

    @Inject
    RememberedBrowserRepository browsers;

    @EJB
    AccountService accounts;

    @Inject
    AccountConfig config;

    @Inject
    InstantSource clock;

    /** Returns the token for the browser. */
    public String remember(AccountProfile owner) {
        RememberToken token = RememberToken.next();
        browsers.add(
                new RememberedBrowser(token.browserId(), owner, token.hash(), clock.instant(), config.remembering()));
        return token.text();
    }

    /** Empty for an unknown, expired or used-up token, and after the password changed. */
    public Optional<RememberedSignIn> recognize(String token) {
        return RememberToken.parse(token).flatMap(this::recognize);
    }

    public void forget(String token) {
        RememberToken.parse(token)
                .flatMap(parsed -> browsers.lock(parsed.browserId()))
                .ifPresent(browsers::remove);
    }

    /** Removes what is expired. */
    public void forgetExpired() {
        browsers.forgetExpired(clock.millis());
    }

    private Optional<RememberedSignIn> recognize(RememberToken token) {
        Optional<RememberedBrowser> found = browsers.lock(token.browserId());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        RememberedBrowser browser = found.get();
        Instant now = clock.instant();
        Optional<AccountProfile> owner = accounts.findProfile(browser.accountId())
                .filter(profile -> profile.credentialVersion() == browser.credentialVersion());
        boolean current = browser.isCurrent(token.hash());
        if (owner.isEmpty()
                || browser.isExpired(now)
                || !(current || browser.wasCurrentJustBefore(token.hash(), now))) {
            // A secret used up long ago means that two have the cookie: neither is let in by it any more.
            browsers.remove(browser);
            return Optional.empty();
        }
        if (!current) {
            return Optional.of(new RememberedSignIn(owner.get(), null));
        }
        RememberToken next = token.withNextSecret();
        browser.rotate(next.hash(), now, config.remembering());
        return Optional.of(new RememberedSignIn(owner.get(), next.text()));
    }
}
