package dev.opensync.account;

import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Signing people in who have a password of ours. */
@Stateless
// Hashing takes long on purpose; no connection waits for it.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {

    @Inject
    AccountRepository accounts;

    @Inject
    Passwords passwords;

    @Inject
    SignInAttemptService attempts;

    /**
     * {@code address}: where the request came from. Fails with {@code INVALID}, in the same words and after the same time
     * whether the account exists or not, and whether the password was wrong or not looked at.
     */
    public AccountProfile signIn(String email, String password, String address) {
        String normalized = email.strip().toLowerCase(Locale.ROOT);
        if (!attempts.begin(normalized, address)) {
            throw refused();
        }
        Optional<Account> account = accounts.findBySubject(Account.localSubject(normalized));
        if (!passwords.matches(password, account.map(Account::passwordHash).orElse(null))) {
            throw refused();
        }
        attempts.succeed(normalized, address);
        return account.map(Account::toProfile).orElseThrow(SignInService::refused);
    }

    private static OpenSyncException refused() {
        return OpenSyncException.invalid(
                "E-mail or password is wrong. After several wrong attempts you must wait a while before the next one.");
    }
}
