package dev.opensync.search;

import dev.opensync.session.MessageRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A run of messages of one session that an index does not know yet; see {@link SearchTasks}.
 *
 * @param passages true if it is about the passages that begin in the run, not about its messages
 */
record SearchTask(long id, long sessionId, int firstSequence, int lastSequence, boolean passages) {

    /** Of all these tasks, each message once, in order. */
    static List<MessageRun> runs(List<SearchTask> tasks) {
        List<MessageRun> runs = new ArrayList<>();
        tasks.stream()
                .sorted(Comparator.comparing(SearchTask::sessionId).thenComparing(SearchTask::firstSequence))
                .forEach(task -> add(task, runs));
        return runs;
    }

    private static void add(SearchTask task, List<MessageRun> runs) {
        MessageRun run = new MessageRun(task.sessionId, task.firstSequence, task.lastSequence);
        int end = runs.size() - 1;
        MessageRun before = end < 0 ? run : runs.get(end);
        if (end >= 0 && before.sessionId() == run.sessionId() && run.first() - 1L <= before.last()) {
            runs.set(end, new MessageRun(run.sessionId(), before.first(), Math.max(before.last(), run.last())));
        } else {
            runs.add(run);
        }
    }
}
