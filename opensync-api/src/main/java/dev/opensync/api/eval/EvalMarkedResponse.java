package dev.opensync.api.eval;

/** Answer to a change of marks: {@code success} is always true, {@code session} as it is now. */
public record EvalMarkedResponse(boolean success, EvalSessionResponse session) {}
