package dev.opensync.search;

/**
 * A message, or a session by its title where {@code sequence} is 0, that answers a query.
 *
 * @param score only compares; the time of the message where the query has no words
 * @param createdMs decides between equal scores
 */
record SearchHit(long sessionId, int sequence, double score, long createdMs) {

    SearchHit withScore(double other) {
        return new SearchHit(sessionId, sequence, other, createdMs);
    }

    /** Of {@link MessageDocument}. */
    String documentId() {
        return MessageDocument.id(sessionId, sequence);
    }
}
