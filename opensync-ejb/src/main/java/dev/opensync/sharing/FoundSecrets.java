package dev.opensync.sharing;

import java.util.List;

/**
 * The secrets of a session before it is shared, as far as it has been looked through.
 *
 * @param listed the first of them, each with the number of its message; without those of earlier stretches
 * @param trail how far that is, and how many there are in all up to there
 * @param complete whether nothing is left to look through
 */
public record FoundSecrets(List<Place> listed, SecretTrail trail, boolean complete) {

    public FoundSecrets {
        listed = List.copyOf(listed);
    }

    /** A secret and the message that holds it; 0 for the title. */
    public record Place(int sequence, SecretExcerpt secret) {

        /** What tells it from another in a list. */
        int print() {
            return (sequence + " " + secret.kind() + " " + secret.issuer() + " " + secret.excerpt()).hashCode();
        }
    }

    /** Before the first message. */
    public static FoundSecrets none(int lastSequence) {
        return new FoundSecrets(List.of(), SecretTrail.start(lastSequence), false);
    }

    public int count() {
        return trail.secrets();
    }

    /** Shows that the list was seen to its end, and which one it was; empty before. */
    public String seal() {
        return complete ? trail.secrets() + "-" + Integer.toHexString(trail.print()) : "";
    }
}
