package dev.opensync.sync;

import dev.opensync.search.SearchTasks;
import dev.opensync.usage.UsageDeltas;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Several batches stored as one set: sessions locked in key order, then messages, their bodies, the sessions' new totals and
 * last the daily sums and what the search has to learn. The number of statements does not grow with the number of items.
 */
final class SyncTransaction {

    private final StoringConnection connection;
    private final SessionTable sessionTable;
    private final MessageTable messageTable;
    private final long nowMs;

    private final SortedMap<Long, Map<String, SessionRow>> rowsByAccount = new TreeMap<>();
    private final Map<SessionRow, Map<String, MessageRow>> messagesBySession = new HashMap<>();
    private final UsageDeltas usageDeltas = new UsageDeltas();
    private final SearchTasks searchTasks = new SearchTasks();
    private final Map<SessionRow, SearchKeys> searchKeysBefore = new HashMap<>();
    private final Set<SessionRow> reportedSessions = new HashSet<>();
    private final Set<SessionRow> changedSessions = new HashSet<>();
    private final Set<MessageRow> changedMessages = new HashSet<>();

    SyncTransaction(StoringConnection connection, long nowMs) {
        this.connection = connection;
        this.nowMs = nowMs;
        sessionTable = new SessionTable(connection.plain());
        messageTable = new MessageTable(connection);
    }

    /** One report for each batch, in their order; true only once the transaction is committed. */
    List<SyncReport> store(List<SyncBatch> batches) throws SQLException {
        lockSessions(batches);
        countSessions(-1);
        applySessions(batches);
        applyMessages(merged(batches));
        changedSessions.forEach(row -> row.updatedMs = nowMs);
        countSessions(1);
        sessionTable.update(changedSessions);
        usageDeltas.write(connection.plain());
        collectSearchTasks();
        searchTasks.write(connection.plain());
        return batches.stream().map(this::report).toList();
    }

    private void lockSessions(List<SyncBatch> batches) throws SQLException {
        SortedMap<Long, TreeSet<String>> externalIdsByAccount = new TreeMap<>();
        for (SyncBatch batch : batches) {
            TreeSet<String> externalIds =
                    externalIdsByAccount.computeIfAbsent(batch.accountId(), account -> new TreeSet<>());
            batch.sessions().forEach(session -> externalIds.add(session.externalId()));
            batch.messages().forEach(message -> externalIds.add(message.sessionExternalId()));
        }
        for (Map.Entry<Long, TreeSet<String>> entry : externalIdsByAccount.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                rowsByAccount.put(entry.getKey(), sessionTable.lockOrCreate(entry.getKey(), entry.getValue(), nowMs));
            }
        }
        rows().stream().filter(row -> row.isNew).forEach(changedSessions::add);
        rows().forEach(row -> searchKeysBefore.put(row, SearchKeys.of(row)));
    }

    /** Takes the sessions out of the daily sums as they were ({@code sign} -1), and puts them in as they are (1). */
    private void countSessions(int sign) {
        for (SessionRow row : rows()) {
            if (sign > 0) {
                usageDeltas.add(row.bucket(), row.usage());
            } else if (!row.isNew) {
                usageDeltas.add(row.bucket(), row.usage().negated());
            }
        }
    }

    private void applySessions(List<SyncBatch> batches) {
        for (SyncBatch batch : batches) {
            for (SessionUpsert upsert : batch.sessions()) {
                SessionRow row = row(batch, upsert.externalId());
                if (row.apply(upsert) || row.isNew) {
                    reportedSessions.add(row);
                    changedSessions.add(row);
                }
            }
        }
    }

    private Map<SessionRow, Map<String, MessageUpsert>> merged(List<SyncBatch> batches) {
        Map<SessionRow, Map<String, MessageUpsert>> merged = new LinkedHashMap<>();
        for (SyncBatch batch : batches) {
            for (MessageUpsert message : batch.messages()) {
                merged.computeIfAbsent(row(batch, message.sessionExternalId()), row -> new LinkedHashMap<>())
                        .merge(message.externalId(), message, MessageUpsert::mergedWith);
            }
        }
        return merged;
    }

    private void applyMessages(Map<SessionRow, Map<String, MessageUpsert>> upserts) throws SQLException {
        Map<SessionRow, Map<String, MessageUpsert>> perhapsStored = new LinkedHashMap<>(upserts);
        perhapsStored.keySet().removeIf(row -> row.messageCount == 0);
        List<MessageRow> changed = new ArrayList<>();
        for (MessageRow stored : messageTable.find(perhapsStored)) {
            remember(stored);
            if (stored.apply()) {
                changed.add(stored);
            }
        }
        List<MessageRow> created = create(upserts);
        messageTable.update(changed);
        messageTable.insert(created, nowMs);
        List<MessageRow> written = new ArrayList<>(changed);
        written.addAll(created);
        messageTable.insertBodies(written);
        changedMessages.addAll(written);
        written.forEach(message -> changedSessions.add(message.session));
    }

    private void collectSearchTasks() {
        changedMessages.forEach(message -> searchTasks.addMessage(message.session.id, message.sequence));
        for (SessionRow row : changedSessions) {
            SearchKeys before = Objects.requireNonNull(searchKeysBefore.get(row));
            SearchKeys after = SearchKeys.of(row);
            if (!row.isNew && !after.ofMessages().equals(before.ofMessages())) {
                searchTasks.addWholeSession(row.id);
            } else if (row.isNew || !after.equals(before)) {
                searchTasks.addSession(row.id);
            }
        }
    }

    private List<MessageRow> create(Map<SessionRow, Map<String, MessageUpsert>> upserts) {
        List<MessageRow> created = new ArrayList<>();
        upserts.forEach((session, messages) -> {
            Map<String, MessageRow> stored = messagesOf(session);
            for (MessageUpsert upsert : messages.values()) {
                if (!stored.containsKey(upsert.externalId())) {
                    session.applyNewMessage(upsert, nowMs);
                    MessageRow row = new MessageRow(session, upsert, session.nextSequence++, true);
                    row.apply();
                    remember(row);
                    created.add(row);
                }
            }
        });
        return created;
    }

    private SyncReport report(SyncBatch batch) {
        Map<String, String> sessionIds = new HashMap<>();
        Map<String, String> messageIds = new HashMap<>(2 * batch.messages().size());
        Set<SessionRow> sessions = new HashSet<>();
        Set<MessageRow> messages = new HashSet<>(2 * batch.messages().size());
        for (SessionUpsert upsert : batch.sessions()) {
            SessionRow row = row(batch, upsert.externalId());
            sessionIds.put(row.externalId, row.publicId);
            sessions.add(row);
        }
        for (MessageUpsert upsert : batch.messages()) {
            SessionRow session = row(batch, upsert.sessionExternalId());
            MessageRow message = Objects.requireNonNull(messagesOf(session).get(upsert.externalId()));
            sessionIds.put(session.externalId, session.publicId);
            messageIds.put(upsert.externalId(), session.publicId + "-" + message.sequence);
            messages.add(message);
        }
        sessions.retainAll(reportedSessions);
        messages.retainAll(changedMessages);
        return new SyncReport(sessions.size(), messages.size(), sessionIds, messageIds, List.of());
    }

    private List<SessionRow> rows() {
        return rowsByAccount.values().stream()
                .flatMap(rows -> rows.values().stream())
                .toList();
    }

    private SessionRow row(SyncBatch batch, String externalId) {
        return Objects.requireNonNull(
                Objects.requireNonNull(rowsByAccount.get(batch.accountId())).get(externalId));
    }

    private Map<String, MessageRow> messagesOf(SessionRow session) {
        return messagesBySession.computeIfAbsent(session, row -> new HashMap<>());
    }

    private void remember(MessageRow row) {
        messagesOf(row.session).put(row.upsert.externalId(), row);
    }

    /** What of a session is looked for: by its title, and by what its messages are found by too. */
    private record SearchKeys(@Nullable String title, List<@Nullable String> ofMessages) {

        static SearchKeys of(SessionRow row) {
            return new SearchKeys(row.title, Arrays.asList(row.projectPath, row.projectName, row.source, row.model));
        }
    }
}
