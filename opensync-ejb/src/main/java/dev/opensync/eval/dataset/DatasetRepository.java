package dev.opensync.eval.dataset;

import dev.opensync.eval.cases.SpokenMessage;
import dev.opensync.session.MessageRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Queries over datasets and what their versions hold. */
@ApplicationScoped
public class DatasetRepository {

    private static final String VERSIONS = """
            SELECT d.public_id, d.name, v.id, v.version, v.note, v.options, v.sessions, v.test_cases, v.fingerprint,
                v.created_ms
            FROM eval_dataset d JOIN eval_dataset_version v ON v.dataset_id = d.id
            WHERE d.account_id = :account AND v.complete
            """;

    private static final String OWN = """
             AND version_id IN (SELECT v.id FROM eval_dataset d JOIN eval_dataset_version v ON v.dataset_id = d.id
                WHERE d.account_id = :account)
            """;

    private static final String BOTH = """
            FROM eval_dataset_case a JOIN eval_dataset_case b
                ON b.version_id = :to AND b.session_id = a.session_id AND b.sequence = a.sequence
            WHERE a.version_id = :from AND a.content_hash %s b.content_hash
            """;

    private static final String ALONE = """
            FROM eval_dataset_case a
            WHERE a.version_id = :from AND NOT EXISTS (SELECT 1 FROM eval_dataset_case b
                WHERE b.version_id = :to AND b.session_id = a.session_id AND b.sequence = a.sequence)
            """;

    @PersistenceContext
    EntityManager entities;

    /** The newest versions first, at most {@code limit} of them. */
    List<Dataset> list(long accountId, int limit) {
        return datasets(tuples(VERSIONS + " ORDER BY v.created_ms DESC, v.id DESC")
                .setParameter("account", accountId)
                .setMaxResults(limit));
    }

    /** {@code id}: or the name. */
    List<Dataset> find(long accountId, String id) {
        return datasets(tuples(VERSIONS + " AND (d.public_id = :id OR d.name = :id) ORDER BY v.version DESC")
                .setParameter("account", accountId)
                .setParameter("id", id));
    }

    /** The row id; null if there is no such version. {@code id}: of the dataset. */
    @Nullable
    Long versionId(long accountId, String id, int version) {
        List<Tuple> rows = rows(tuples(VERSIONS + " AND d.public_id = :id AND v.version = :version")
                .setParameter("account", accountId)
                .setParameter("id", id)
                .setParameter("version", version));
        return rows.isEmpty() ? null : Long.valueOf(number(rows.get(0), "id"));
    }

    /** What is kept of sessions, by their number, those after {@code after}. */
    Map<Integer, String> sessions(long accountId, long versionId, int after, int limit) {
        Map<Integer, String> contents = new LinkedHashMap<>();
        rows(tuples("SELECT number, content FROM eval_dataset_session"
                                + " WHERE version_id = :version AND number > :after" + OWN + " ORDER BY number")
                        .setParameter("account", accountId)
                        .setParameter("version", versionId)
                        .setParameter("after", after)
                        .setMaxResults(limit))
                .forEach(row -> contents.put(
                        (int) number(row, "number"), row.get("content").toString()));
        return contents;
    }

    /** Those numbered {@code first} and on. */
    List<SpokenMessage> messages(long accountId, long versionId, int session, int first, int limit) {
        return rows(tuples("SELECT sequence, role, text, prompt_tokens, completion_tokens, duration_ms, created_ms,"
                                + " tools"
                                + " FROM eval_dataset_message WHERE version_id = :version AND session_number = :session"
                                + " AND number >= :first" + OWN + " ORDER BY number")
                        .setParameter("account", accountId)
                        .setParameter("version", versionId)
                        .setParameter("session", session)
                        .setParameter("first", first)
                        .setMaxResults(limit))
                .stream()
                .map(DatasetRepository::message)
                .toList();
    }

    private static SpokenMessage message(Tuple row) {
        return new SpokenMessage(
                (int) number(row, "sequence"),
                MessageRole.valueOf(row.get("role").toString()),
                row.get("text").toString(),
                number(row, "prompt_tokens"),
                number(row, "completion_tokens"),
                row.get("duration_ms") == null ? null : Long.valueOf(number(row, "duration_ms")),
                Instant.ofEpochMilli(number(row, "created_ms")),
                StoredTools.parse(row.get("tools", String.class)));
    }

    DatasetComparison compare(long from, long to, int limit) {
        List<DatasetComparison.Difference> first = new ArrayList<>();
        first.addAll(differences(DatasetComparison.Kind.ADDED, ALONE, to, from, limit));
        first.addAll(differences(DatasetComparison.Kind.REMOVED, ALONE, from, to, limit - first.size()));
        first.addAll(differences(DatasetComparison.Kind.CHANGED, BOTH.formatted("<>"), from, to, limit - first.size()));
        return new DatasetComparison(
                count(ALONE, to, from),
                count(ALONE, from, to),
                count(BOTH.formatted("<>"), from, to),
                count(BOTH.formatted("="), from, to),
                first);
    }

    private List<DatasetComparison.Difference> differences(
            DatasetComparison.Kind kind, String found, long from, long to, int limit) {
        return limit <= 0
                ? List.of()
                : rows(tuples("SELECT a.session_id, a.sequence, a.excerpt " + found
                                        + " ORDER BY a.session_id, a.sequence")
                                .setParameter("from", from)
                                .setParameter("to", to)
                                .setMaxResults(limit))
                        .stream()
                        .map(row -> new DatasetComparison.Difference(
                                kind,
                                row.get("session_id").toString(),
                                (int) number(row, "sequence"),
                                row.get("excerpt").toString()))
                        .toList();
    }

    private long count(String found, long from, long to) {
        return number(
                rows(tuples("SELECT COUNT(*) AS amount " + found)
                                .setParameter("from", from)
                                .setParameter("to", to))
                        .get(0),
                "amount");
    }

    private static List<Dataset> datasets(Query query) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, List<DatasetVersion>> versions = new LinkedHashMap<>();
        for (Tuple row : rows(query)) {
            String id = row.get("public_id").toString();
            names.put(id, row.get("name").toString());
            versions.computeIfAbsent(id, key -> new ArrayList<>()).add(version(row));
        }
        List<Dataset> datasets = new ArrayList<>();
        names.forEach((id, name) -> datasets.add(new Dataset(id, name, Objects.requireNonNull(versions.get(id)))));
        return datasets;
    }

    private static DatasetVersion version(Tuple row) {
        return new DatasetVersion(
                (int) number(row, "version"),
                Instant.ofEpochMilli(number(row, "created_ms")),
                row.get("note").toString(),
                number(row, "sessions"),
                number(row, "test_cases"),
                row.get("fingerprint").toString(),
                StoredOptions.parse(row.get("options").toString()));
    }

    private Query tuples(String sql) {
        return entities.createNativeQuery(sql, Tuple.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }

    private static long number(Tuple row, String name) {
        return ((Number) row.get(name)).longValue();
    }
}
