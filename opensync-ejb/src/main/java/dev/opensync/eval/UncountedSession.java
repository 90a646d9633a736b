package dev.opensync.eval;

/** A chosen session that has changed since its test cases were counted, or whose were never counted. */
public record UncountedSession(long id, String publicId, long syncedMs) implements Comparable<UncountedSession> {

    /** By id. */
    @Override
    public int compareTo(UncountedSession other) {
        return Long.compare(id, other.id);
    }
}
