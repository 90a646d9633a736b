package dev.opensync.account;

import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asking people for a password of ours: at sign-in, and again before they change it. */
@Stateless
// Hashing takes long on purpose; no transaction is open meanwhile.
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInService {

    private static final String PAUSE = " After several wrong attempts you must wait a while before the next one.";

    @Inject
    AccountRepository accounts;

    @EJB
    AccountService people;

    @Inject
    Passwords passwords;

    @EJB
    SignInAttemptService attempts;

    /**
     * {@code address}: where the request came from. Fails with {@code INVALID}, in the same words for every reason, and
     * after the same time whether the account exists or not; sooner only during a pause, which unknown accounts have too.
     */
    public AccountProfile signIn(String email, String password, String address) {
        String normalized = email.strip().toLowerCase(Locale.ROOT);
        Optional<Account> account = accounts.findBySubject(Account.localSubject(normalized));
        String storedHash = account.map(Account::passwordHash).orElse(null);
        if (!isRight(password, storedHash, normalized, address)) {
            throw refused();
        }
        return account.map(Account::toProfile).orElseThrow(SignInService::refused);
    }

    /**
     * Fails with {@code INVALID} if {@code oldPassword} is wrong, which counts as {@link #signIn} does, or the new one
     * unusable. Other browsers are signed out.
     */
    public AccountProfile changePassword(long accountId, String oldPassword, String newPassword, String address) {
        Account account = accounts.find(accountId).orElseThrow(SignInService::refused);
        String email = Objects.requireNonNullElse(account.email(), account.subject());
        if (!isRight(oldPassword, account.passwordHash(), email, address)) {
            throw OpenSyncException.invalid("The current password is wrong." + PAUSE)
                    .as("password_wrong");
        }
        return people.replacePassword(accountId, passwords.hash(newPassword));
    }

    /**
     * Fails with {@code INVALID} if {@code password} is wrong, which counts as {@link #signIn} does, or the address none, and
     * with {@code CONFLICT} if somebody has it.
     */
    public void changeEmail(long accountId, String email, String password, String address) {
        Account account = accounts.find(accountId).orElseThrow(SignInService::refused);
        String current = Objects.requireNonNullElse(account.email(), account.subject());
        if (!isRight(password, account.passwordHash(), current, address)) {
            throw OpenSyncException.invalid("The current password is wrong." + PAUSE)
                    .as("password_wrong");
        }
        people.replaceEmail(accountId, email);
    }

    private boolean isRight(String password, @Nullable String storedHash, String email, String address) {
        if (!attempts.begin(email, address) || !passwords.matches(password, storedHash)) {
            return false;
        }
        attempts.succeed(email, address);
        return true;
    }

    private static OpenSyncException refused() {
        return OpenSyncException.invalid("E-mail or password is wrong." + PAUSE).as("sign_in");
    }
}
