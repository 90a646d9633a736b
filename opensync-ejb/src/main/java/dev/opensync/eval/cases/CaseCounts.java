package dev.opensync.eval.cases;

import dev.opensync.session.MessageRole;

/**
 * What an export finds in a session.
 *
 * @param messages that count
 * @param turns test cases per turn
 * @param full 1 if the whole session makes one, else 0
 * @param last 1 if the last turn makes one, else 0
 */
public record CaseCounts(int messages, int turns, int full, int last) {

    public static CaseCounts of(Iterable<SpokenMessage> messages, ExportOptions options) {
        int kept = 0;
        int turns = 0;
        boolean lastAnsweredAtOnce = false;
        boolean answers = false;
        boolean asks = false;
        boolean open = false;
        boolean atOnce = false;
        for (SpokenMessage message : messages) {
            if (!options.keep(message)) {
                continue;
            }
            kept++;
            if (!message.hasText()) {
                continue;
            }
            if (message.role() == MessageRole.USER) {
                asks = true;
                open = true;
                atOnce = true;
                lastAnsweredAtOnce = false;
            } else if (message.role() == MessageRole.ASSISTANT) {
                answers = true;
                turns += open ? 1 : 0;
                lastAnsweredAtOnce |= atOnce;
                open = false;
                atOnce = false;
            } else {
                atOnce = false;
            }
        }
        return new CaseCounts(kept, turns, asks && answers ? 1 : 0, lastAnsweredAtOnce ? 1 : 0);
    }

    public int of(TurnMode mode) {
        return switch (mode) {
            case PER_TURN -> turns;
            case FULL -> full;
            case FINAL_ONLY -> last;
        };
    }
}
