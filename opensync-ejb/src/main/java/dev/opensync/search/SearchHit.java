package dev.opensync.search;

/**
 * A message, or a session by its title where {@code sequence} is 0, that answers a query.
 *
 * @param score only compares; the time of the message where the query has no words
 */
record SearchHit(long sessionId, int sequence, double score) {

    SearchHit withScore(double other) {
        return new SearchHit(sessionId, sequence, other);
    }

    /** Of {@link MessageDocument}. */
    String documentId() {
        return MessageDocument.id(sessionId, sequence);
    }
}
