package dev.opensync.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;

/** Queries over the daily sums. */
@ApplicationScoped
public class UsageRepository {

    @PersistenceContext
    EntityManager entities;

    /** Most tokens first; models without sessions are left out. */
    @SuppressWarnings("unchecked")
    List<ModelUsage> byModel(long accountId) {
        List<Tuple> rows = entities.createNativeQuery("""
                        SELECT COALESCE(NULLIF(model, ''), 'unknown') AS model_name,
                               SUM(sessions) AS sessions,
                               SUM(messages) AS messages,
                               SUM(prompt_tokens) + SUM(completion_tokens) AS tokens,
                               SUM(cost_micros) AS cost_micros,
                               SUM(duration_ms) AS duration_ms
                        FROM usage_daily
                        WHERE account_id = :account
                        GROUP BY model_name
                        HAVING SUM(sessions) > 0
                        ORDER BY tokens DESC, model_name
                        """, Tuple.class)
                .setParameter("account", accountId)
                .getResultList();
        return rows.stream().map(UsageRepository::usage).toList();
    }

    private static ModelUsage usage(Tuple row) {
        return new ModelUsage(
                row.get("model_name", String.class),
                number(row, "sessions"),
                number(row, "messages"),
                number(row, "tokens"),
                number(row, "cost_micros"),
                number(row, "duration_ms"));
    }

    /** Sums arrive as decimals. */
    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
