package dev.opensync.account;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Making, listing and revoking the API keys of one account. */
@Stateless
public class ApiKeyService {

    private static final int NAME_CHARS = 100;

    @Inject
    ApiKeyRepository keys;

    @Inject
    ApiKeyUses uses;

    @EJB
    AccountService accounts;

    @Inject
    Event<ApiKeyRevoked> revocations;

    @Inject
    InstantSource clock;

    /** Without the revoked ones, newest first. */
    public List<ApiKeySummary> list(long accountId) {
        return keys.newestFirst(accountId).stream().map(ApiKey::toSummary).toList();
    }

    /** Empty for a revoked key and for one of somebody else. */
    public Optional<ApiKeySummary> find(long accountId, long keyId) {
        return keys.find(accountId, keyId).map(ApiKey::toSummary);
    }

    /**
     * {@code expiresAt} null = does not expire. Fails with {@code INVALID} for an empty or long name, no scope or an expiry
     * in the past, and with {@code FORBIDDEN} where a member asks for the scope of administrators.
     */
    public CreatedApiKey create(long accountId, String name, Set<Scope> scopes, @Nullable Instant expiresAt) {
        return add(accountId, name, ApiKeySecret.next(), scopes, expiresAt);
    }

    /** At once on this node, within five seconds on the others. Fails with {@code NOT_FOUND}, also for a key of others. */
    public void revoke(long accountId, long keyId) {
        revoke(keys.find(accountId, keyId).orElseThrow(() -> OpenSyncException.notFound("API key not found")));
    }

    /** Of somebody who leaves. */
    public void revokeAll(long accountId) {
        keys.newestFirst(accountId).forEach(this::revoke);
    }

    /** Makes a key with a secret the operator chose. Fails with {@code INVALID} unless it starts with {@code osk_}. */
    public void createChosen(long accountId, String name, String secret, Set<Scope> scopes) {
        add(accountId, name, ApiKeySecret.chosen(secret), scopes, null);
    }

    /** Read from the database; empty if unknown or revoked, an expired key is found. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<GrantedKey> findGranted(TokenHash hash) {
        return keys.findGranted(hash);
    }

    /** Writes what has gathered in memory since the last call. */
    public void writeUses() {
        // In the order of the keys, so that two nodes never wait for each other.
        uses.take().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> keys.recordUse(entry.getKey(), entry.getValue()));
    }

    private CreatedApiKey add(
            long accountId, String name, ApiKeySecret secret, Set<Scope> scopes, @Nullable Instant expiresAt) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > NAME_CHARS) {
            throw OpenSyncException.invalid("Give the key a name of at most " + NAME_CHARS + " characters")
                    .as("key_name", NAME_CHARS);
        }
        if (scopes.isEmpty()) {
            throw OpenSyncException.invalid("Choose at least one thing the key may be used for")
                    .as("key_scope");
        }
        Instant now = clock.instant();
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw OpenSyncException.invalid("The key must expire in the future").as("key_expiry");
        }
        if (scopes.contains(Scope.ADMIN) && accounts.profile(accountId).role() != Role.ADMIN) {
            throw OpenSyncException.of(ErrorCode.FORBIDDEN, "Only administrators can make keys for administration")
                    .as("key_admin");
        }
        ApiKey key = new ApiKey(accountId, trimmed, secret, scopes, expiresAt, now);
        keys.add(key);
        return new CreatedApiKey(key.toSummary(), secret.text());
    }

    private void revoke(ApiKey key) {
        key.revoke(clock.instant());
        revocations.fire(new ApiKeyRevoked(key.hash()));
    }
}
