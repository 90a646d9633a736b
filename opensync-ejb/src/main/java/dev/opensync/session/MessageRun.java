package dev.opensync.session;

/** The messages of one session, by its row id, that are numbered from {@code first} to {@code last}. */
public record MessageRun(long sessionId, int first, int last) {

    /** At most so many messages. */
    public int length() {
        return last < first ? 0 : (int) Math.min(Integer.MAX_VALUE, (long) last - first + 1);
    }
}
