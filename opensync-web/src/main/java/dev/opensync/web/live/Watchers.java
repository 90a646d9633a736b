package dev.opensync.web.live;

import dev.opensync.session.SessionRevision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Accounts with open pages on this node, and what these pages have been told. */
final class Watchers {

    private final Map<Long, Watcher> watcherByAccount = new HashMap<>();

    /** {@code account}: as the page named its reader. */
    synchronized void opened(@Nullable Object account) {
        if (account instanceof Long id) {
            Watcher watcher = watcherByAccount.computeIfAbsent(id, unknown -> new Watcher());
            watcher.pages++;
            // The new page was drawn some time before it could be told anything.
            watcher.told = Set.of();
        }
    }

    synchronized void closed(@Nullable Object account) {
        if (account instanceof Long id) {
            watcherByAccount.computeIfPresent(id, (same, watcher) -> --watcher.pages > 0 ? watcher : null);
        }
    }

    synchronized boolean isWatched(long account) {
        return watcherByAccount.containsKey(account);
    }

    synchronized Set<Long> accounts() {
        return Set.copyOf(watcherByAccount.keySet());
    }

    /** By account, the sessions among {@code found} that its pages do not know in this state; now they do. */
    synchronized Map<Long, List<String>> news(Set<Long> accounts, List<SessionRevision> found) {
        Map<Long, Set<SessionRevision>> foundByAccount =
                found.stream().collect(Collectors.groupingBy(SessionRevision::accountId, Collectors.toSet()));
        Map<Long, List<String>> news = new HashMap<>();
        for (Long account : accounts) {
            Watcher watcher = watcherByAccount.get(account);
            if (watcher != null) {
                Set<SessionRevision> changed = foundByAccount.getOrDefault(account, Set.of());
                List<String> untold = changed.stream()
                        .filter(revision -> !watcher.told.contains(revision))
                        .map(SessionRevision::sessionId)
                        .toList();
                watcher.told = new HashSet<>(changed);
                if (!untold.isEmpty()) {
                    news.put(account, untold);
                }
            }
        }
        return news;
    }

    private static final class Watcher {
        private int pages;
        private Set<SessionRevision> told = Set.of();
    }
}
