package dev.opensync.session;

import dev.opensync.shared.Cursor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together the query of one stretch of a list of sessions, in SQL: what owners say of sessions is no entity. */
final class SessionListQuery {

    /** MySQL would rather read all that changed since, taking the sessions of a model to lie evenly among the others. */
    private static final String BY_MODEL = " FORCE INDEX (ix_coding_session_account_id_model_updated_ms)";

    private final StringBuilder text = new StringBuilder("SELECT s.* FROM coding_session s");
    private final Map<String, Object> parameters = new HashMap<>();

    /** {@code after} null = from the beginning. */
    SessionListQuery(long accountId, SessionListing listing, @Nullable Cursor after) {
        text.append(isOfModelAlone(listing) ? BY_MODEL : "").append(" WHERE s.account_id = :account");
        parameters.put("account", accountId);
        String project = listing.project();
        boolean isPath = project != null && (project.indexOf('/') >= 0 || project.indexOf('\\') >= 0);
        equal("source", listing.source());
        equal(isPath ? "project_path" : "project_name", project);
        equal("model", listing.model());
        equal("provider", listing.provider());
        equal("is_public", listing.shared());
        equal("eval_ready", listing.evalReady());
        if (listing.from() != null) {
            and("s.created_ms >= :from", "from", listing.from().toEpochMilli());
        }
        if (listing.until() != null) {
            and("s.created_ms < :until", "until", listing.until().toEpochMilli());
        }
        marks(listing.marks());
        order(listing, after);
    }

    private static boolean isOfModelAlone(SessionListing listing) {
        return listing.model() != null
                && listing.order() == SessionOrder.UPDATED_AT
                && listing.source() == null
                && listing.project() == null
                && listing.provider() == null
                && listing.evalReady() == null
                && listing.shared() == null
                && listing.marks().equals(MarkCondition.ANY);
    }

    private void marks(MarkCondition marks) {
        if (!marks.statuses().isEmpty()) {
            String unjudged =
                    marks.takesUnjudged() ? " OR NOT EXISTS (SELECT 1 FROM eval_mark m WHERE m.session_id = s.id)" : "";
            and(
                    "(EXISTS (SELECT 1 FROM eval_mark m WHERE m.session_id = s.id AND m.account_id = :account"
                            + " AND m.status IN (:statuses))" + unjudged + ")",
                    "statuses",
                    marks.statuses());
        }
        if (!marks.tags().isEmpty()) {
            and(
                    "EXISTS (SELECT 1 FROM eval_tag t WHERE t.session_id = s.id AND t.account_id = :account"
                            + " AND t.tag IN (:tags))",
                    "tags",
                    marks.tags());
        }
    }

    private void order(SessionListing listing, @Nullable Cursor after) {
        String field = "s." + listing.order().column();
        String direction = listing.ascending() ? " ASC" : " DESC";
        String beyond = listing.ascending() ? ">" : "<";
        if (after != null) {
            // The redundant first condition is the one both MySQL and MariaDB turn into an index range.
            and(field + " " + beyond + "= :value", "value", listing.order().parameter(after.value()));
            and("(" + field + " " + beyond + " :value OR s.id " + beyond + " :id)", "id", after.id());
        }
        text.append(" ORDER BY " + field + direction + ", s.id" + direction);
    }

    private void equal(String field, @Nullable Object value) {
        if (value != null) {
            and("s." + field + " = :" + field, field, value);
        }
    }

    private void and(String condition, String parameter, Object value) {
        text.append(" AND ").append(condition);
        parameters.put(parameter, value);
    }

    /** How many there are, counted up to {@code most}. */
    int count(EntityManager entities, int most) {
        Query query = entities.createNativeQuery(text.toString().replaceFirst("SELECT s\\.\\* ", "SELECT s.id "));
        parameters.forEach(query::setParameter);
        return query.setMaxResults(most).getResultList().size();
    }

    @SuppressWarnings("unchecked")
    List<CodingSession> list(EntityManager entities, int limit) {
        Query query = entities.createNativeQuery(text.toString(), CodingSession.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }
}
