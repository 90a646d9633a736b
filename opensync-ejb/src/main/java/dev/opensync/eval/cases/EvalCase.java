package dev.opensync.eval.cases;

import org.jspecify.annotations.Nullable;

/**
 * One question and its answer. Texts come in pieces, which belong together with an empty line between them; they and the
 * messages are read anew with each walk.
 *
 * @param sequence number of the user's first message in it
 * @param before messages that lead to the question
 * @param context those that are told as its context
 * @param inputTokens 0 if never reported
 * @param outputTokens 0 if never reported
 * @param latencyMs null if never reported
 */
public record EvalCase(
        Conversation conversation,
        int sequence,
        Iterable<SpokenMessage> before,
        Iterable<SpokenMessage> context,
        Iterable<String> input,
        Iterable<String> answer,
        long inputTokens,
        long outputTokens,
        @Nullable Long latencyMs) {}
