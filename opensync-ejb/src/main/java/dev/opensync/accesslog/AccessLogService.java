package dev.opensync.accesslog;

import dev.opensync.accesslog.AccessLogRepository.Row;
import dev.opensync.shared.Cursor;
import dev.opensync.shared.Page;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the programs of one account asked the read API for. */
@Stateless
public class AccessLogService {

    @Inject
    AccessLogRepository entries;

    /** Newest first; {@code after} null = from the start. A call appears about a second after its answer. */
    public Page<AccessLogEntry> newestFirst(long accountId, @Nullable Cursor after, int limit) {
        List<Row> found = entries.newestFirst(accountId, after, limit + 1);
        List<Row> shown = found.subList(0, Math.min(limit, found.size()));
        Row last = found.size() > limit ? shown.get(shown.size() - 1) : null;
        return new Page<>(
                shown.stream().map(Row::entry).toList(),
                last == null ? null : new Cursor(last.entry().createdAt().toEpochMilli(), last.id()));
    }

    /** In one transaction. Callers on the way of a request use {@link AccessLogQueue}. */
    public void add(List<AccessLogEntry> batch) {
        entries.add(batch);
    }
}
