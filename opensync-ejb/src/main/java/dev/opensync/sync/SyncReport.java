package dev.opensync.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a batch, told after the commit.
 *
 * @param sessions how many were created or changed
 * @param messages how many were created or changed
 * @param sessionIdByExternalId public ids of every session of the batch
 * @param messageIdByExternalId public ids of every message of the batch; where two sessions use one external id, of the last
 * @param errors one sentence for each item that could not be stored, {@code "<externalId>: reason"}
 */
public record SyncReport(
        int sessions,
        int messages,
        Map<String, String> sessionIdByExternalId,
        Map<String, String> messageIdByExternalId,
        List<String> errors) {

    public SyncReport {
        sessionIdByExternalId = Map.copyOf(sessionIdByExternalId);
        messageIdByExternalId = Map.copyOf(messageIdByExternalId);
        errors = List.copyOf(errors);
    }

    static SyncReport failed(SyncBatch item) {
        return new SyncReport(
                0, 0, Map.of(), Map.of(), List.of(item.onlyExternalId() + ": could not be stored by the database"));
    }

    SyncReport plus(SyncReport other) {
        Map<String, String> sessionIds = new HashMap<>(sessionIdByExternalId);
        sessionIds.putAll(other.sessionIdByExternalId);
        Map<String, String> messageIds = new HashMap<>(messageIdByExternalId);
        messageIds.putAll(other.messageIdByExternalId);
        List<String> allErrors = new ArrayList<>(errors);
        allErrors.addAll(other.errors);
        return new SyncReport(sessions + other.sessions, messages + other.messages, sessionIds, messageIds, allErrors);
    }
}
