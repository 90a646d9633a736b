package dev.opensync.library;

import dev.opensync.context.KeptStretch;
import java.util.List;

/**
 * A pack of context with what it holds.
 *
 * @param terms what it is made of; the sessions of a selection are those it holds
 * @param stretches the best first
 */
public record PackContent(PackSummary summary, PackTerms terms, List<KeptStretch> stretches) {

    public PackContent {
        stretches = List.copyOf(stretches);
    }
}
