package dev.opensync.context;

import java.util.List;

/**
 * What somebody keeps of earlier sessions.
 *
 * @param words what it is about
 * @param stretches the best first
 */
public record KeptContext(String words, List<KeptStretch> stretches) {

    public KeptContext {
        stretches = List.copyOf(stretches);
    }
}
