package dev.opensync.sharing;

import dev.opensync.account.Passwords;
import dev.opensync.account.RandomToken;
import dev.opensync.account.SignInAttemptService;
import dev.opensync.session.SessionChanged;
import dev.opensync.shared.LostRace;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Lets owners show a session and take that back, and visitors in who know the password. */
@ApplicationScoped
public class Sharing {

    @EJB
    ShareService shares;

    @Inject
    Passwords passwords;

    @EJB
    SignInAttemptService attempts;

    @Inject
    SecretScan scan;

    @Inject
    Event<SessionChanged> changed;

    /**
     * {@code sessionId}: the public id. Gives a new address each time; the one before ends. Fails with {@code NOT_FOUND}, also
     * for a session of someone else, and with {@code INVALID} if the password is too short or too long, or if secrets are to
     * be shown that the owner has not seen listed.
     */
    public void share(long accountId, String sessionId, ShareTerms terms) {
        if (terms.withSecrets() && !isSeen(accountId, sessionId, terms)) {
            throw OpenSyncException.invalid("The list of secrets was not complete or has changed")
                    .as("secrets_unseen");
        }
        String password = terms.password();
        String hash = password == null ? null : passwords.hash(password);
        String slug = RandomToken.next();
        LostRace.untilWon(() -> shares.share(accountId, sessionId, slug, terms, hash));
        changed.fire(new SessionChanged(accountId, sessionId));
    }

    private boolean isSeen(long accountId, String sessionId, ShareTerms terms) {
        return scan.find(accountId, sessionId, terms.lastSequence()).seal().equals(terms.seen());
    }

    /** At once. Fails with {@code NOT_FOUND}, also for a session of someone else. */
    public void revoke(long accountId, String sessionId) {
        LostRace.untilWon(() -> shares.revoke(accountId, sessionId));
        changed.fire(new SessionChanged(accountId, sessionId));
    }

    /**
     * Whether the password is right for what is shown there. Guessing is slowed down for the address as a whole and for the
     * network address it comes from, which sign-in counts too.
     */
    public boolean unlock(String slug, String password, String networkAddress) {
        String subject = "/s/" + slug;
        if (!attempts.begin(subject, networkAddress)) {
            return false;
        }
        if (!passwords.matches(password, shares.passwordHash(slug).orElse(null))) {
            return false;
        }
        attempts.succeed(subject, networkAddress);
        return true;
    }
}
