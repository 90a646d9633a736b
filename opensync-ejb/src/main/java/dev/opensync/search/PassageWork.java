package dev.opensync.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tasks about one stretch of a session, done together. */
record PassageWork(long sessionId, int first, int last, List<Long> taskIds) {

    PassageWork {
        taskIds = List.copyOf(taskIds);
    }

    long oldestTask() {
        return taskIds.stream().mapToLong(Long::longValue).min().orElseThrow();
    }

    long newestTask() {
        return taskIds.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    /** By turns the newest and the oldest, of each session at most one. */
    static List<PassageWork> of(List<SearchTask> tasks, int limit) {
        List<PassageWork> all = merged(tasks);
        List<PassageWork> newest = all.stream()
                .sorted(Comparator.comparing(PassageWork::newestTask).reversed())
                .toList();
        List<PassageWork> oldest = all.stream()
                .sorted(Comparator.comparing(PassageWork::oldestTask))
                .toList();
        Map<Long, PassageWork> chosen = new LinkedHashMap<>();
        for (int i = 0; i < all.size() && chosen.size() < limit; i++) {
            chosen.putIfAbsent(newest.get(i).sessionId, newest.get(i));
            chosen.putIfAbsent(oldest.get(i).sessionId, oldest.get(i));
        }
        return List.copyOf(chosen.values());
    }

    private static List<PassageWork> merged(List<SearchTask> tasks) {
        List<PassageWork> works = new ArrayList<>();
        tasks.stream()
                .sorted(Comparator.comparing(SearchTask::sessionId).thenComparing(SearchTask::firstSequence))
                .forEach(task -> {
                    PassageWork next = new PassageWork(
                            task.sessionId(), task.firstSequence(), task.lastSequence(), List.of(task.id()));
                    PassageWork before = works.isEmpty() ? null : works.get(works.size() - 1);
                    if (before != null && before.touches(next)) {
                        works.set(works.size() - 1, before.with(next));
                    } else {
                        works.add(next);
                    }
                });
        return works;
    }

    private boolean touches(PassageWork next) {
        return sessionId == next.sessionId && next.first <= (long) last + 1;
    }

    private PassageWork with(PassageWork next) {
        return new PassageWork(
                sessionId,
                first,
                Math.max(last, next.last),
                Stream.concat(taskIds.stream(), next.taskIds.stream()).toList());
    }
}
