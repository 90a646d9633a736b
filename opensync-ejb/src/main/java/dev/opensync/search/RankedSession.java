package dev.opensync.search;

import org.jspecify.annotations.Nullable;

/**
 * A session in the order of an answer.
 *
 * @param byWords its best message, null if it was not found by its words
 * @param byMeaning its best passage, null if it was not found by what it means
 */
record RankedSession(
        long sessionId,
        double score,
        @Nullable SearchHit byWords,
        @Nullable PassageHit byMeaning) {}
