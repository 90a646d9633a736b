package dev.opensync.eval;

import dev.opensync.session.EvalStatus;
import dev.opensync.shared.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Queries over marks of sessions and their tags. */
@ApplicationScoped
public class EvalRepository {

    private static final String MARK =
            "SELECT m.session_id, m.reviewed_ms, m.status, m.notes, m.expected_output, m.kept_messages, m.turn_cases,"
                    + " m.full_cases, m.final_cases, m.counted_ms = s.synced_ms AS is_counted";

    private static final String STALE = "(m.counted_ms IS NULL OR m.counted_ms <> s.synced_ms)";

    @PersistenceContext
    EntityManager entities;

    /** Newest mark first; {@code after} null = from the start. */
    List<MarkRow> list(long accountId, EvalSelection selection, @Nullable Cursor after, int limit) {
        EvalCondition condition = new EvalCondition(accountId, selection);
        if (after != null) {
            condition
                    .and("m.reviewed_ms <= :value", "value", after.value())
                    .and("(m.reviewed_ms < :value OR m.session_id < :id)", "id", after.id());
        }
        return rows(condition
                .bind(tuples(MARK + condition.sql() + " ORDER BY m.reviewed_ms DESC, m.session_id DESC"))
                .setMaxResults(limit));
    }

    /** Of those row ids, also of sessions that are not chosen. */
    List<MarkRow> marks(long accountId, Collection<Long> sessionIds) {
        return sessionIds.isEmpty()
                ? List.of()
                : rows(tuples(MARK + " FROM eval_mark m JOIN coding_session s ON s.id = m.session_id"
                                + " WHERE m.account_id = :account AND m.session_id IN (:ids)")
                        .setParameter("account", accountId)
                        .setParameter("ids", sessionIds));
    }

    /** Row ids by public id. */
    Map<String, Long> rowIds(long accountId, Collection<String> publicIds) {
        if (publicIds.isEmpty()) {
            return Map.of();
        }
        return numbers(tuples("SELECT public_id AS name, id AS amount FROM coding_session"
                        + " WHERE account_id = :account AND public_id IN (:ids)")
                .setParameter("account", accountId)
                .setParameter("ids", publicIds));
    }

    /** In order, by row id of the session. */
    Map<Long, List<String>> tagsOf(long accountId, Collection<Long> sessionIds) {
        Map<Long, List<String>> tags = new LinkedHashMap<>();
        if (!sessionIds.isEmpty()) {
            for (Tuple row : tuplesOf(tuples("SELECT session_id, tag FROM eval_tag"
                            + " WHERE account_id = :account AND session_id IN (:ids) ORDER BY tag")
                    .setParameter("account", accountId)
                    .setParameter("ids", sessionIds))) {
                tags.computeIfAbsent(number(row, "session_id"), id -> new ArrayList<>())
                        .add(row.get("tag", String.class));
            }
        }
        return tags;
    }

    /** That begin so, most used first. */
    List<String> tags(long accountId, String beginning, int limit) {
        Query query = tuples("SELECT tag, COUNT(*) AS amount FROM eval_tag WHERE account_id = :account"
                        + " AND LEFT(tag, :length) = :beginning GROUP BY tag ORDER BY COUNT(*) DESC, tag")
                .setParameter("account", accountId)
                .setParameter("length", beginning.codePointCount(0, beginning.length()))
                .setParameter("beginning", beginning)
                .setMaxResults(limit);
        return tuplesOf(query).stream().map(row -> row.get("tag", String.class)).toList();
    }

    /** Of the chosen sessions, in order. Grouped as its index is, which gives one after the other. */
    List<String> models(long accountId) {
        return tuplesOf(tuples("SELECT model FROM coding_session"
                                + " WHERE account_id = :account AND eval_ready = TRUE AND model > ''"
                                + " GROUP BY account_id, eval_ready, model")
                        .setParameter("account", accountId))
                .stream()
                .map(row -> row.get("model", String.class))
                .sorted()
                .toList();
    }

    /** In no order. */
    List<EvalGroup> groups(long accountId, EvalSelection selection) {
        EvalCondition condition = new EvalCondition(accountId, selection);
        String sql = "SELECT m.status, s.source, s.model, COUNT(*) AS amount, COALESCE(SUM(m.turn_cases), 0) AS cases,"
                + " SUM(CASE WHEN " + STALE + " THEN 1 ELSE 0 END) AS uncounted" + condition.sql()
                + " GROUP BY m.status, s.source, s.model";
        return tuplesOf(condition.bind(tuples(sql))).stream()
                .map(row -> new EvalGroup(
                        EvalStatus.valueOf(row.get("status").toString()),
                        row.get("source").toString(),
                        row.get("model", String.class),
                        number(row, "amount"),
                        number(row, "cases"),
                        number(row, "uncounted")))
                .toList();
    }

    List<UncountedSession> findUncounted(long accountId, EvalSelection selection, int limit) {
        EvalCondition condition = new EvalCondition(accountId, selection);
        String sql = "SELECT s.id, s.public_id, s.synced_ms" + condition.sql() + " AND " + STALE;
        return tuplesOf(condition.bind(tuples(sql)).setMaxResults(limit)).stream()
                .map(row -> new UncountedSession(
                        number(row, "id"), row.get("public_id").toString(), number(row, "synced_ms")))
                .toList();
    }

    /** Null if there was none. */
    @Nullable
    Long lastExportMs(long accountId) {
        List<Tuple> rows = tuplesOf(tuples("SELECT exported_ms FROM eval_export WHERE account_id = :account")
                .setParameter("account", accountId));
        return rows.isEmpty() ? null : Long.valueOf(number(rows.get(0), "exported_ms"));
    }

    void storeExport(long accountId, long nowMs) {
        entities.createNativeQuery("INSERT INTO eval_export (account_id, exported_ms) VALUES (:account, :now)"
                        + " ON DUPLICATE KEY UPDATE exported_ms = VALUES(exported_ms)")
                .setParameter("account", accountId)
                .setParameter("now", nowMs)
                .executeUpdate();
    }

    private Query tuples(String sql) {
        return entities.createNativeQuery(sql, Tuple.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> tuplesOf(Query query) {
        return query.getResultList();
    }

    private static List<MarkRow> rows(Query query) {
        return tuplesOf(query).stream().map(MarkRow::of).toList();
    }

    private static Map<String, Long> numbers(Query query) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        tuplesOf(query).forEach(row -> numbers.put(row.get("name").toString(), number(row, "amount")));
        return numbers;
    }

    private static long number(Tuple row, String name) {
        return ((Number) row.get(name)).longValue();
    }
}
