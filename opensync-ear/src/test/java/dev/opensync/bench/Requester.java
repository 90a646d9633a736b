package dev.opensync.bench;

/** One connection that sends its next request and waits for the answer. Used by one thread. */
interface Requester extends AutoCloseable {

    /** Returns whether the answer was the good one; a failed request leaves the connection usable. */
    boolean request();

    @Override
    void close();
}
