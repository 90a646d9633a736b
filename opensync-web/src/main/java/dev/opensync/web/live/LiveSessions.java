package dev.opensync.web.live;

import dev.opensync.session.SessionChanged;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.faces.push.Push;
import jakarta.faces.push.PushContext;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Names the changed sessions of an account to that account's open pages; a burst of changes is told once. */
@ApplicationScoped
public class LiveSessions {

    /** Short enough to feel immediate, long enough to gather the requests of one turn of a coding tool. */
    private static final long GATHER_MILLIS = 250;

    @Inject
    @Push(channel = "sessions")
    PushContext pages;

    @Resource
    ManagedScheduledExecutorService timer;

    private final ConcurrentMap<Long, Set<String>> changedByAccount = new ConcurrentHashMap<>();

    void changed(@ObservesAsync SessionChanged change) {
        changedByAccount.compute(change.accountId(), (account, waiting) -> {
            if (waiting == null) {
                Future<?> unused = timer.schedule(() -> tell(account), GATHER_MILLIS, TimeUnit.MILLISECONDS);
            }
            Set<String> changed = waiting == null ? new LinkedHashSet<>() : waiting;
            changed.add(change.sessionId());
            return changed;
        });
    }

    private void tell(Long account) {
        Set<String> changed = changedByAccount.remove(account);
        if (changed != null) {
            pages.send(Map.of("sessions", List.copyOf(changed)), account);
        }
    }
}
