package dev.opensync.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person who may sign in.
 *
 * <p>Created by the first-run page, an invitation, open sign-up, or the first sight of somebody the identity provider
 * vouches for. Only local accounts have a password; the provider's claims refresh the others at every sign-in.
 */
@Entity
@Table(name = "account")
public class Account {

    private static final String LOCAL = "local:";
    /** Neither the beginning of a local subject nor of one with the address of an issuer. */
    static final String CLOSED = "closed:";

    private static final int NAME_CHARS = 190;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String subject;

    private @Nullable String email;

    private String name;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    private @Nullable String language;

    @Column(name = "credential_version")
    private int credentialVersion;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "created_ms")
    private long createdMs;

    @Column(name = "updated_ms")
    private long updatedMs;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    private Account(String subject, @Nullable String email, String name, Role role, Instant now) {
        this.subject = subject;
        this.email = email;
        this.name = shortened(name);
        this.role = role;
        this.createdMs = now.toEpochMilli();
        this.updatedMs = createdMs;
    }

    /** An account with a password of ours; {@code email} in the form of {@link EmailAddress#normalized}. */
    static Account local(String email, String name, String passwordHash, Role role, Instant now) {
        Account account = new Account(localSubject(email), email, name, role, now);
        account.passwordHash = passwordHash;
        return account;
    }

    static Account provided(ProvidedIdentity identity, Role role, Instant now) {
        return new Account(identity.subject(), identity.email(), identity.nameOrSubject(), role, now);
    }

    static String localSubject(String email) {
        return LOCAL + email;
    }

    public long id() {
        return id;
    }

    public Role role() {
        return role;
    }

    String subject() {
        return subject;
    }

    @Nullable
    String email() {
        return email;
    }

    String name() {
        return name;
    }

    int credentialVersion() {
        return credentialVersion;
    }

    long createdMs() {
        return createdMs;
    }

    @Nullable
    String passwordHash() {
        return passwordHash;
    }

    /** Ends every browser session that was started with the old password. */
    void changePassword(String newHash, Instant now) {
        passwordHash = newHash;
        credentialVersion++;
        updatedMs = now.toEpochMilli();
    }

    void changeRole(Role newRole, Instant now) {
        if (role != newRole) {
            role = newRole;
            updatedMs = now.toEpochMilli();
        }
    }

    void rename(String newName, Instant now) {
        name = shortened(newName);
        updatedMs = now.toEpochMilli();
    }

    /** Null to leave it to the browser. */
    void chooseLanguage(@Nullable String tag, Instant now) {
        language = tag;
        updatedMs = now.toEpochMilli();
    }

    /** The address by which its person signs in; in the form of {@link EmailAddress#normalized}. */
    void changeEmail(String newEmail, Instant now) {
        subject = localSubject(newEmail);
        email = newEmail;
        updatedMs = now.toEpochMilli();
    }

    /** Nothing of it lets anybody in or names anybody any more. */
    void close(Instant now) {
        subject = CLOSED + id;
        email = null;
        name = "";
        passwordHash = null;
        language = null;
        credentialVersion++;
        role = Role.MEMBER;
        updatedMs = now.toEpochMilli();
    }

    boolean isClosed() {
        return subject.startsWith(CLOSED);
    }

    /** What the provider does not tell stays as it was. */
    void refresh(ProvidedIdentity identity, Instant now) {
        String newName = identity.name() == null ? name : shortened(identity.name());
        String newEmail = identity.email() == null ? email : identity.email();
        Role newRole = identity.role() == null ? role : identity.role();
        if (!newName.equals(name) || !Objects.equals(newEmail, email) || newRole != role) {
            name = newName;
            email = newEmail;
            role = newRole;
            updatedMs = now.toEpochMilli();
        }
    }

    AccountProfile toProfile() {
        return new AccountProfile(
                id,
                name,
                email,
                role,
                passwordHash != null,
                language,
                credentialVersion,
                Instant.ofEpochMilli(createdMs));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Account that && subject.equals(that.subject);
    }

    @Override
    public int hashCode() {
        return subject.hashCode();
    }

    private static String shortened(String name) {
        String trimmed = name.strip();
        return trimmed.codePointCount(0, trimmed.length()) <= NAME_CHARS
                ? trimmed
                : trimmed.substring(0, trimmed.offsetByCodePoints(0, NAME_CHARS));
    }
}
