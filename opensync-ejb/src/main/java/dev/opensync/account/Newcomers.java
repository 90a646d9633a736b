package dev.opensync.account;

import dev.opensync.shared.OpenSyncException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;

/** The one way local accounts come into being, whoever let the person in. */
@ApplicationScoped
public class Newcomers {

    @Inject
    AccountRepository accounts;

    @Inject
    Passwords passwords;

    @Inject
    InstantSource clock;

    /** Fails with {@code CONFLICT} for an address that is taken and {@code INVALID} for an unusable field. */
    Account add(String name, String email, String password, Role role) {
        String address = EmailAddress.normalized(email);
        if (name.isBlank()) {
            throw OpenSyncException.invalid("Enter your name").as("name");
        }
        Account account = Account.local(address, name, passwords.hash(password), role, clock.instant());
        accounts.add(account);
        return account;
    }
}
