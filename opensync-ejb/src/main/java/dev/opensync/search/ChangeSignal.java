package dev.opensync.search;

import dev.opensync.session.SessionChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the one thread that waits for sessions to change on this node. No enterprise bean: it is called for each change. */
@ApplicationScoped
public class ChangeSignal {

    private final Semaphore changes = new Semaphore(0);

    public void onChange(@Observes SessionChanged change) {
        give();
    }

    /** Ends the waiting. */
    void give() {
        changes.release();
    }

    /** What came so far no longer counts. */
    void clear() {
        changes.drainPermits();
    }

    /** Since it was cleared last. */
    boolean isGiven() {
        return changes.availablePermits() > 0;
    }

    /** Returns at the first one, or after that time; however many came, they wake once. */
    void await(long millis) throws InterruptedException {
        if (changes.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            clear();
        }
    }
}
