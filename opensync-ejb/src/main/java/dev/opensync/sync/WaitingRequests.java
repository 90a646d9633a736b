package dev.opensync.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Requests in the order of their arrival, and how many transactions are under way to store earlier ones. */
final class WaitingRequests {

    /** Beyond about 500 rows a larger transaction gains nothing and delays everyone in it (measured on MySQL 9.7). */
    private static final int MAX_GROUP_ITEMS = 500;

    /** More than this would only be lost together if the database stayed away. */
    private static final int MAX_WAITING = 2_000;

    private final int maxTransactions;
    private final Lock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Deque<Request> waiting = new ArrayDeque<>();
    private int transactions;

    WaitingRequests(int maxTransactions) {
        this.maxTransactions = maxTransactions;
    }

    /** A request and its answer to come. */
    record Request(SyncBatch batch, CompletableFuture<SyncReport> answer, long sinceNanos) {}

    /** What became of a request that came in. */
    enum Place {
        /** The caller stores it now, and then calls {@link #end}. */
        FIRST,
        /** Stored by whoever takes the next group. */
        WAITING,
        /** Too many wait. */
        NONE
    }

    Place enter(Request request) {
        lock.lock();
        try {
            if (waiting.isEmpty() && transactions < maxTransactions) {
                transactions++;
                return Place.FIRST;
            }
            if (waiting.size() == MAX_WAITING) {
                return Place.NONE;
            }
            waiting.add(request);
            wakeOne();
            return Place.WAITING;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something waits and a transaction may begin; the caller stores it, and then calls {@link #end}. */
    List<Request> takeGroup() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty() || transactions == maxTransactions) {
                work.await();
            }
            transactions++;
            List<Request> group = new ArrayList<>();
            for (int items = 0; !waiting.isEmpty() && items < MAX_GROUP_ITEMS; ) {
                Request next = waiting.remove();
                group.add(next);
                items += next.batch().size();
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    /** Each transaction that began has to end here. */
    void end() {
        lock.lock();
        try {
            transactions--;
            wakeOne();
        } finally {
            lock.unlock();
        }
    }

    private void wakeOne() {
        if (!waiting.isEmpty() && transactions < maxTransactions) {
            work.signal();
        }
    }
}
