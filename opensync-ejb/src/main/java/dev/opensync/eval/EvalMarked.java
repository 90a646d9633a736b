package dev.opensync.eval;

import java.util.List;

/**
 * Marks of sessions have changed; fired after the commit, on the node that changed them.
 *
 * @param sessionIds public ids
 */
public record EvalMarked(long accountId, List<String> sessionIds) {

    public EvalMarked {
        sessionIds = List.copyOf(sessionIds);
    }
}
