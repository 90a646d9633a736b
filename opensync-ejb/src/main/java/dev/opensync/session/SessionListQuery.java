package dev.opensync.session;

import dev.opensync.shared.Cursor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts together the query of one stretch of a list of sessions. */
final class SessionListQuery {

    private final StringBuilder text = new StringBuilder("SELECT s FROM CodingSession s WHERE s.accountId = :account");
    private final Map<String, Object> parameters = new HashMap<>();

    /** {@code after} null = from the beginning. */
    SessionListQuery(long accountId, SessionListing listing, @Nullable Cursor after) {
        parameters.put("account", accountId);
        String project = listing.project();
        boolean isPath = project != null && (project.indexOf('/') >= 0 || project.indexOf('\\') >= 0);
        equal("source", listing.source());
        equal(isPath ? "projectPath" : "projectName", project);
        equal("model", listing.model());
        equal("provider", listing.provider());
        equal("isPublic", listing.shared());
        equal("evalReady", listing.evalReady());
        if (listing.from() != null) {
            and("s.createdMs >= :from", "from", listing.from().toEpochMilli());
        }
        if (listing.until() != null) {
            and("s.createdMs < :until", "until", listing.until().toEpochMilli());
        }
        order(listing, after);
    }

    private void order(SessionListing listing, @Nullable Cursor after) {
        String field = "s." + listing.order().field();
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
        TypedQuery<Long> query =
                entities.createQuery(text.toString().replaceFirst("SELECT s ", "SELECT s.id "), Long.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(most).getResultList().size();
    }

    List<CodingSession> list(EntityManager entities, int limit) {
        TypedQuery<CodingSession> query = entities.createQuery(text.toString(), CodingSession.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }
}
