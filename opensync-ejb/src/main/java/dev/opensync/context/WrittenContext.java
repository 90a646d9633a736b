package dev.opensync.context;

import java.util.List;

/**
 * A context as it is handed out.
 *
 * @param tokens of {@code text}
 * @param truncated whether more was asked for than there was room
 */
record WrittenContext(String text, List<Excerpt> excerpts, int tokens, boolean truncated) {

    WrittenContext {
        excerpts = List.copyOf(excerpts);
    }
}
