package dev.opensync.api.sync;

import dev.opensync.sync.SyncReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Answer to a batch.
 *
 * @param ok always true: the batch was readable, and every item is stored or named in {@code errors}
 * @param sessions created or changed
 * @param messages created or changed
 * @param errors {@code "<externalId>: reason"} for each item that was not stored
 */
public record BatchStored(boolean ok, int sessions, int messages, List<String> errors) {

    static BatchStored of(SyncReport report, List<String> unreadable) {
        List<String> errors = new ArrayList<>(unreadable);
        errors.addAll(report.errors());
        return new BatchStored(true, report.sessions(), report.messages(), errors);
    }
}
