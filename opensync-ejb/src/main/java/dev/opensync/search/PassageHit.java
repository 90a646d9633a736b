package dev.opensync.search;

/**
 * A passage that answers a query.
 *
 * @param documentId of {@link PassageDocument}
 * @param sequence of its first message, 0 if it is the title
 */
record PassageHit(String documentId, long sessionId, int sequence, double score) {}
