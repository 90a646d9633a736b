package dev.opensync.search;

/**
 * A passage that answers a query.
 *
 * @param sequence of its first message, 0 if it is the title
 */
record PassageHit(long sessionId, int sequence, double score, String beginning) {}
