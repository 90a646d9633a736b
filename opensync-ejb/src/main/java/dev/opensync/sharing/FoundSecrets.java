package dev.opensync.sharing;

import java.util.List;

/**
 * The secrets of a session before it is shared.
 *
 * @param first the first of them, each with the number of its message
 * @param count how many there are in all
 */
public record FoundSecrets(List<Place> first, int count) {

    public static final FoundSecrets NONE = new FoundSecrets(List.of(), 0);

    public FoundSecrets {
        first = List.copyOf(first);
    }

    /** A secret and the message that holds it; 0 for the title. */
    public record Place(int sequence, SecretExcerpt secret) {}
}
