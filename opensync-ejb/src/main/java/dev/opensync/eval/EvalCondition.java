package dev.opensync.eval;

import dev.opensync.session.EvalStatus;
import dev.opensync.session.SessionMarks;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The chosen sessions of an account that a selection means, as SQL over {@code eval_mark m} and {@code coding_session s}. */
final class EvalCondition {

    private final StringBuilder sql = new StringBuilder(" FROM eval_mark m JOIN coding_session s ON s.id = m.session_id"
            + " WHERE m.account_id = :account AND m.reviewed_ms IS NOT NULL");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    EvalCondition(long accountId, EvalSelection selection) {
        EvalFilter filter = selection.filter();
        parameters.put("account", accountId);
        and("s.source = :source", "source", filter.source());
        and("s.model = :model", "model", filter.model());
        and(
                "s.created_ms >= :from",
                "from",
                filter.from() == null ? null : filter.from().toEpochMilli());
        and(
                "s.created_ms < :until",
                "until",
                filter.until() == null ? null : filter.until().toEpochMilli());
        and("s.total_tokens >= :tokens", "tokens", filter.minTokens());
        and(
                "LOCATE(:project, LOWER(CONCAT_WS(' ', s.project_name, s.project_path))) > 0",
                "project",
                filter.project() == null ? null : filter.project().toLowerCase(Locale.ROOT));
        if (!filter.statuses().isEmpty()) {
            and(
                    "m.status IN (:statuses)",
                    "statuses",
                    filter.statuses().stream().map(EvalStatus::name).collect(Collectors.toSet()));
        }
        if (!filter.tags().isEmpty()) {
            and(
                    "EXISTS (SELECT 1 FROM eval_tag t WHERE t.session_id = m.session_id AND t.tag IN (:tags))",
                    "tags",
                    filter.tags().stream().map(SessionMarks::spelled).collect(Collectors.toSet()));
        }
        if (!selection.sessionIds().isEmpty()) {
            and("(s.public_id IN (:ids) OR s.external_id IN (:ids))", "ids", selection.sessionIds());
        }
        if (selection.cases().only()) {
            Set<String> sessions = selection.cases().sequences().keySet();
            and("(s.public_id IN (:cases) OR s.external_id IN (:cases))", "cases", sessions);
        }
    }

    /** With a condition more, unless {@code value} is null. */
    EvalCondition and(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(condition);
            parameters.put(parameter, value);
        }
        return this;
    }

    String sql() {
        return sql.toString();
    }

    Query bind(Query query) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
