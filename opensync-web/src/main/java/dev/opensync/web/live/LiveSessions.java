package dev.opensync.web.live;

import dev.opensync.eval.EvalMarked;
import dev.opensync.session.SessionChanged;
import dev.opensync.session.SessionDeleted;
import dev.opensync.session.SessionRevision;
import dev.opensync.session.SessionService;
import dev.opensync.shared.DatabaseOutage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.faces.event.WebsocketEvent;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Names the changed sessions of an account to its pages that are open on this node, whichever node took the change in.
 *
 * <p>While no page is open, nothing is asked. Else one query for all their accounts looks for changes: soon after a change on
 * this node, and every {@link #LOOK_EVERY} for those of other nodes.
 */
@ApplicationScoped
public class LiveSessions {

    private static final Logger LOG = System.getLogger(LiveSessions.class.getName());

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    /** Short enough to feel immediate, long enough to gather the requests of one turn of a coding tool. */
    private static final Duration GATHER = Duration.ofMillis(250);
    /** Covers clocks that differ, and transactions that commit long after they took the time. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);
    /** Of all accounts; the newest come first, so what is left out was told by an earlier look. */
    private static final int CHANGES = 2_000;

    @Inject
    @Push(channel = "sessions")
    PushContext pages;

    @EJB
    SessionService sessions;

    @Inject
    InstantSource clock;

    @Resource
    ManagedScheduledExecutorService timer;

    private final Watchers watchers = new Watchers();
    private final AtomicBoolean lookIsDue = new AtomicBoolean();

    private Future<?> looking;

    @SuppressWarnings("NullAway.Init")
    LiveSessions() {}

    @PostConstruct
    void start() {
        looking = timer.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        looking.cancel(false);
    }

    void opened(@Observes @WebsocketEvent.Opened WebsocketEvent page) {
        watchers.opened(page.getUser());
    }

    void closed(@Observes @WebsocketEvent.Closed WebsocketEvent page) {
        watchers.closed(page.getUser());
    }

    void changed(@Observes SessionChanged change) {
        if (watchers.isWatched(change.accountId()) && lookIsDue.compareAndSet(false, true)) {
            Future<?> unused = timer.schedule(this::lookSoon, GATHER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Pages on other nodes show it until they are opened again: nothing is left of it that a look could find. */
    void deleted(@ObservesAsync SessionDeleted deletion) {
        if (watchers.isWatched(deletion.accountId())) {
            pages.send(Map.of("deleted", List.of(deletion.sessionId())), deletion.accountId());
        }
    }

    /** Judging and tagging change no session, so no look finds them, and pages on other nodes show them when they are read. */
    void marked(@ObservesAsync EvalMarked marks) {
        if (watchers.isWatched(marks.accountId())) {
            pages.send(Map.of("sessions", marks.sessionIds()), marks.accountId());
        }
    }

    private void lookSoon() {
        // Before the look: what is committed while it runs is due again.
        lookIsDue.set(false);
        look();
    }

    /** Never fails: a timer does not come again after a failure, and the next look finds what this one missed. */
    private synchronized void look() {
        try {
            Set<Long> accounts = watchers.accounts();
            if (!accounts.isEmpty()) {
                tell(accounts);
            }
        } catch (RuntimeException e) {
            // Whoever reads or stores while the database is away says so.
            LOG.log(DatabaseOutage.isBehind(e) ? Level.DEBUG : Level.ERROR, "No look for changed sessions", e);
        }
    }

    private void tell(Set<Long> accounts) {
        List<SessionRevision> found =
                sessions.changedSince(accounts, clock.instant().minus(OVERLAP), CHANGES);
        watchers.news(accounts, found).forEach((account, changed) -> pages.send(Map.of("sessions", changed), account));
    }
}
