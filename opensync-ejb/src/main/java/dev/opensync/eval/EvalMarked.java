package dev.opensync.eval;

/** Marks of sessions have changed; fired after the commit, on the node that changed them. */
public record EvalMarked(long accountId) {}
