package dev.opensync.account;

import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Letting people in: by an administrator's link, or through open sign-up. */
@Stateless
public class InvitationService {

    @Inject
    InvitationRepository invitations;

    @EJB
    AccountService accounts;

    @Inject
    Newcomers newcomers;

    @Inject
    AccountConfig config;

    @Inject
    InstantSource clock;

    /** Fails with {@code NOT_FOUND} for a member, and {@code INVALID} for an unusable address. */
    public CreatedInvitation create(long administratorId, String email, Role role) {
        accounts.requireAdministrator(administratorId);
        String token = RandomToken.next();
        Invitation invitation = new Invitation(
                EmailAddress.normalized(email),
                role,
                TokenHash.of(token),
                administratorId,
                clock.instant(),
                config.invitationValidity());
        invitations.add(invitation);
        return new CreatedInvitation(invitation.toSummary(), token);
    }

    /** Those that can still be accepted, newest first. Fails with {@code NOT_FOUND} for a member. */
    public List<InvitationSummary> list(long administratorId) {
        accounts.requireAdministrator(administratorId);
        return invitations.open(clock.millis()).stream()
                .map(Invitation::toSummary)
                .toList();
    }

    /** Fails with {@code NOT_FOUND}, for a member too. */
    public void revoke(long administratorId, long invitationId) {
        accounts.requireAdministrator(administratorId);
        Instant now = clock.instant();
        invitations
                .lock(invitationId)
                .filter(invitation -> invitation.isOpen(now))
                .orElseThrow(InvitationService::notFound)
                .revoke(now);
    }

    /** Empty once it was accepted, revoked or has expired. */
    public Optional<InvitationSummary> find(String token) {
        Instant now = clock.instant();
        return invitations
                .find(TokenHash.of(token))
                .filter(invitation -> invitation.isOpen(now))
                .map(Invitation::toSummary);
    }

    /**
     * Makes the account. Fails with {@code NOT_FOUND} where {@link #find} would be empty, {@code CONFLICT} if the address has
     * an account already, {@code INVALID} for an unusable field.
     */
    public AccountProfile accept(String token, String name, String password) {
        Instant now = clock.instant();
        Invitation invitation = invitations
                .lock(TokenHash.of(token))
                .filter(open -> open.isOpen(now))
                .orElseThrow(InvitationService::notFound);
        invitation.accept(now);
        return newcomers
                .add(name, invitation.email(), password, invitation.role())
                .toProfile();
    }

    public boolean isSignUpOpen() {
        return config.isSignUpOpen();
    }

    /** Fails with {@code NOT_FOUND} where sign-up is closed; otherwise as {@link #accept}. */
    public AccountProfile signUp(String name, String email, String password) {
        if (!config.isSignUpOpen() || accounts.isServerUnclaimed()) {
            throw OpenSyncException.notFound("Sign-up is closed");
        }
        return newcomers.add(name, email, password, Role.MEMBER).toProfile();
    }

    private static OpenSyncException notFound() {
        return OpenSyncException.notFound("This invitation was used, withdrawn, or has expired");
    }
}
