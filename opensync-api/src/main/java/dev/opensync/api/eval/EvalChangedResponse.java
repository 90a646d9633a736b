package dev.opensync.api.eval;

/** Answer to marking several sessions: how many of them there were. */
public record EvalChangedResponse(boolean success, int sessions) {}
