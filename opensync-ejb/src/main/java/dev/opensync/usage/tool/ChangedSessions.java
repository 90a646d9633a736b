package dev.opensync.usage.tool;

import dev.opensync.session.SessionChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions that changed on this node and wait for their calls to be counted. */
@ApplicationScoped
public class ChangedSessions {

    /** A session that is at work changes every few seconds; to count each time would be for nothing. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration RECENT = Duration.ofSeconds(2);

    /** What comes on top is found by looking for all that changed. */
    private static final int MOST = 10_000;

    private record Times(Instant first, Instant last) {}

    @Inject
    InstantSource clock;

    private final Map<SessionChanged, Times> waiting = new ConcurrentHashMap<>();
    private volatile Instant lastChange = Instant.EPOCH;
    private volatile boolean overflown;

    public void onChange(@Observes SessionChanged change) {
        Instant now = clock.instant();
        lastChange = now;
        if (waiting.size() >= MOST) {
            overflown = true;
            return;
        }
        waiting.compute(change, (same, times) -> new Times(times == null ? now : times.first, now));
    }

    /** One that has become quiet, or has waited for long; it is not waiting any more then. */
    public Optional<SessionChanged> next() {
        Instant now = clock.instant();
        for (Iterator<Map.Entry<SessionChanged, Times>> entries =
                        waiting.entrySet().iterator();
                entries.hasNext(); ) {
            Map.Entry<SessionChanged, Times> entry = entries.next();
            Times times = entry.getValue();
            if (times.last.plus(QUIET).isBefore(now)
                    || times.first.plus(LONGEST).isBefore(now)) {
                entries.remove();
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /** Sessions are coming in. */
    public boolean isBusy() {
        return lastChange.plus(RECENT).isAfter(clock.instant());
    }

    /** Whether some did not fit in since this was asked last. */
    public boolean hasOverflown() {
        boolean before = overflown;
        overflown = false;
        return before;
    }
}
