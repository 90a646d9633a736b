package dev.opensync.erasure;

import java.util.ArrayList;
import java.util.List;

/** What one step of an erasure deleted, counted while it does. */
final class Erased {

    private final List<String> sessions = new ArrayList<>();
    private long messages;
    private long parts;
    private long vectors;
    private long requests;

    void addSession(String publicId) {
        sessions.add(publicId);
    }

    void addRows(long moreMessages, long moreParts, long moreVectors) {
        messages += moreMessages;
        parts += moreParts;
        vectors += moreVectors;
    }

    void addRequests(long more) {
        requests += more;
    }

    /** Public ids. */
    List<String> sessions() {
        return List.copyOf(sessions);
    }

    long messages() {
        return messages;
    }

    long parts() {
        return parts;
    }

    long vectors() {
        return vectors;
    }

    long requests() {
        return requests;
    }
}
