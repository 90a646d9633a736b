package dev.opensync.session;

import dev.opensync.shared.Cursor;
import dev.opensync.shared.Page;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A whole list of sessions, however long: a page at a time is read in a transaction of its own, so memory stays constant. */
@ApplicationScoped
public class SessionListReader {

    private static final int PAGE = 500;

    @EJB
    SessionService sessions;

    /** May be walked more than once; each walk reads again. */
    public Iterable<SessionSummary> sessions(long accountId, SessionListing listing) {
        return () -> new Walk(accountId, listing);
    }

    private final class Walk implements Iterator<SessionSummary> {

        private final long accountId;
        private final SessionListing listing;
        private final Queue<SessionSummary> page = new ArrayDeque<>();
        private @Nullable Cursor next;
        private boolean started;

        Walk(long accountId, SessionListing listing) {
            this.accountId = accountId;
            this.listing = listing;
        }

        @Override
        public boolean hasNext() {
            if (page.isEmpty() && (!started || next != null)) {
                Page<SessionSummary> read = sessions.list(accountId, listing, next, PAGE);
                page.addAll(read.items());
                next = read.next();
                started = true;
            }
            return !page.isEmpty();
        }

        @Override
        public SessionSummary next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.remove();
        }
    }
}
