package dev.opensync.account;

/**
 * An invitation at the one moment its token is known.
 *
 * @param token goes into the link; it cannot be read again
 */
public record CreatedInvitation(InvitationSummary summary, String token) {

    /** Without the token, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "CreatedInvitation[" + summary + "]";
    }
}
