package dev.opensync.eval;

/**
 * Whether a session is fit for evaluations; its owner decides.
 *
 * @param finished its tool has not reported for a while
 * @param hasExchange at least one message of a user and one of the assistant
 * @param judgedRight golden or correct
 * @param secrets how many were recognised; an export replaces them
 * @param testCases questions with an answer
 */
public record EvalChecklist(boolean finished, boolean hasExchange, boolean judgedRight, int secrets, int testCases) {}
