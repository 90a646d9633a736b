package dev.opensync.sync;

import java.util.List;
import java.util.stream.Stream;

/** What one request of one account brings. Order matters: messages arrive in the order of the list. */
public record SyncBatch(long accountId, List<SessionUpsert> sessions, List<MessageUpsert> messages) {

    public SyncBatch {
        sessions = List.copyOf(sessions);
        messages = List.copyOf(messages);
    }

    int size() {
        return sessions.size() + messages.size();
    }

    /** One batch for each item, for when the whole cannot be stored and the good items must not suffer. */
    List<SyncBatch> split() {
        return Stream.concat(
                        sessions.stream().map(s -> new SyncBatch(accountId, List.of(s), List.of())),
                        messages.stream().map(m -> new SyncBatch(accountId, List.of(), List.of(m))))
                .toList();
    }

    /** How an item of a batch of one is called in an error. */
    String onlyExternalId() {
        return sessions.isEmpty()
                ? messages.get(0).externalId()
                : sessions.get(0).externalId();
    }
}
