package dev.opensync.usage;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Queries over the daily sums: what they cost grows with days, models and projects, not with sessions. */
@ApplicationScoped
public class UsageRepository {

    private static final String SUMS = """
            COALESCE(SUM(sessions), 0) AS all_sessions,
            COALESCE(SUM(messages), 0) AS all_messages,
            COALESCE(SUM(prompt_tokens), 0) AS all_prompt_tokens,
            COALESCE(SUM(completion_tokens), 0) AS all_completion_tokens,
            COALESCE(SUM(cost_micros), 0) AS all_cost_micros,
            COALESCE(SUM(duration_ms), 0) AS all_duration_ms
            """;

    private static final String LAST_DAY = "MAX(CASE WHEN sessions > 0 THEN day END) AS last_day";

    @PersistenceContext
    EntityManager entities;

    /** By day, then most tokens first; at most {@code limit}. Groups without sessions are left out. */
    @SuppressWarnings("unchecked")
    List<UsageGroup> groups(long accountId, UsageQuery usage, Set<UsageDimension> dimensions, int limit) {
        String names = columns(dimensions);
        String order = (dimensions.contains(UsageDimension.DAY) ? "day_name, " : "")
                + "SUM(prompt_tokens) + SUM(completion_tokens) DESC, " + names;
        String sql = "SELECT " + namedColumns(dimensions) + ", " + SUMS + from(usage) + " GROUP BY " + names
                + " HAVING SUM(sessions) > 0 ORDER BY " + order;
        List<Tuple> rows = bound(sql, accountId, usage).setMaxResults(limit).getResultList();
        return rows.stream()
                .map(row -> new UsageGroup(names(row, dimensions), sums(row)))
                .toList();
    }

    UsageTotals totals(long accountId, UsageQuery usage) {
        String sql = "SELECT " + SUMS + ", " + different(UsageDimension.MODEL) + " AS models, "
                + different(UsageDimension.PROJECT) + " AS projects" + from(usage);
        Tuple row = (Tuple) bound(sql, accountId, usage).getSingleResult();
        return new UsageTotals(sums(row), number(row, "models"), number(row, "projects"));
    }

    /** Most tokens first, at most {@code limit}; entries without sessions are left out. */
    @SuppressWarnings("unchecked")
    List<UsageEntry> entries(long accountId, UsageQuery usage, UsageDimension dimension, int limit) {
        String column = column(dimension);
        String sql = "SELECT " + dimension.expression() + " AS " + column + ", " + SUMS
                + ", " + LAST_DAY + from(usage) + " GROUP BY " + column
                + " HAVING SUM(sessions) > 0 ORDER BY SUM(prompt_tokens) + SUM(completion_tokens) DESC, " + column;
        List<Tuple> rows = bound(sql, accountId, usage).setMaxResults(limit).getResultList();
        return rows.stream()
                .map(row -> new UsageEntry(row.get(column, String.class), sums(row), lastDay(row)))
                .toList();
    }

    /** Of all days; as many slices as there are mixes of source and model. */
    @SuppressWarnings("unchecked")
    StoredUsage stored(long accountId) {
        Set<UsageDimension> dimensions = EnumSet.of(UsageDimension.SOURCE, UsageDimension.MODEL);
        String sql = "SELECT " + namedColumns(dimensions) + ", " + SUMS + ", " + LAST_DAY + from(UsageQuery.ALL)
                + " GROUP BY " + columns(dimensions) + " HAVING SUM(sessions) > 0";
        List<Tuple> rows = bound(sql, accountId, UsageQuery.ALL).getResultList();
        return new StoredUsage(rows.stream()
                .map(row -> new StoredUsage.Slice(
                        row.get(column(UsageDimension.SOURCE), String.class),
                        row.get(column(UsageDimension.MODEL), String.class),
                        sums(row),
                        lastDay(row)))
                .toList());
    }

    /** Hours of the week in which sessions began, in no order; {@code sources} empty = all. */
    @SuppressWarnings("unchecked")
    List<HourOfWeek> hours(long accountId, LocalDate from, LocalDate to, Set<String> sources) {
        // 1970-01-01 was a Thursday, so that 0 is a Monday here; days before it are negative.
        String sql = "SELECT MOD(MOD(day + 3, 7) + 7, 7) AS week_day, hour AS hour_name, SUM(sessions) AS all_sessions"
                + " FROM usage_hourly WHERE account_id = :account AND day BETWEEN :from AND :to"
                + (sources.isEmpty() ? "" : " AND source IN (:sources)")
                + " GROUP BY MOD(MOD(day + 3, 7) + 7, 7), hour";
        Query query = entities.createNativeQuery(sql, Tuple.class)
                .setParameter("account", accountId)
                .setParameter("from", from.toEpochDay())
                .setParameter("to", to.toEpochDay());
        if (!sources.isEmpty()) {
            query.setParameter("sources", sources);
        }
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new HourOfWeek(
                        DayOfWeek.of((int) number(row, "week_day") + 1),
                        (int) number(row, "hour_name"),
                        number(row, "all_sessions")))
                .toList();
    }

    /** A sum that all sessions have left for another one stays as a row of zeros. */
    private static String different(UsageDimension dimension) {
        return "COUNT(DISTINCT CASE WHEN sessions > 0 THEN " + dimension.expression() + " END)";
    }

    private static String from(UsageQuery usage) {
        StringBuilder sql = new StringBuilder(" FROM usage_daily WHERE account_id = :account");
        if (usage.from() != null) {
            sql.append(" AND day >= :from");
        }
        if (usage.to() != null) {
            sql.append(" AND day <= :to");
        }
        for (UsageDimension dimension : usage.accepted().keySet()) {
            sql.append(" AND " + dimension.expression() + " IN (:" + column(dimension) + ")");
        }
        return sql.toString();
    }

    private Query bound(String sql, long accountId, UsageQuery usage) {
        Query query = entities.createNativeQuery(sql, Tuple.class).setParameter("account", accountId);
        bindDay(query, "from", usage.from());
        bindDay(query, "to", usage.to());
        usage.accepted().forEach((dimension, names) -> query.setParameter(column(dimension), names));
        return query;
    }

    private static void bindDay(Query query, String parameter, @Nullable LocalDate day) {
        if (day != null) {
            query.setParameter(parameter, day.toEpochDay());
        }
    }

    private static String columns(Set<UsageDimension> dimensions) {
        return dimensions.stream().map(UsageRepository::column).collect(joining(", "));
    }

    private static String namedColumns(Set<UsageDimension> dimensions) {
        return dimensions.stream()
                .map(dimension -> dimension.expression() + " AS " + column(dimension))
                .collect(joining(", "));
    }

    private static String column(UsageDimension dimension) {
        return dimension.name().toLowerCase(Locale.ROOT) + "_name";
    }

    private static Map<UsageDimension, String> names(Tuple row, Set<UsageDimension> dimensions) {
        Map<UsageDimension, String> names = new EnumMap<>(UsageDimension.class);
        for (UsageDimension dimension : dimensions) {
            Object name = row.get(column(dimension));
            if (name != null) {
                names.put(dimension, name instanceof Number day ? dayName(day) : name.toString());
            }
        }
        return names;
    }

    private static String dayName(Number day) {
        return LocalDate.ofEpochDay(day.longValue()).toString();
    }

    private static Usage sums(Tuple row) {
        return new Usage(
                number(row, "all_sessions"),
                number(row, "all_messages"),
                number(row, "all_prompt_tokens"),
                number(row, "all_completion_tokens"),
                number(row, "all_cost_micros"),
                number(row, "all_duration_ms"));
    }

    private static LocalDate lastDay(Tuple row) {
        return LocalDate.ofEpochDay(number(row, "last_day"));
    }

    /** Sums arrive as decimals. */
    private static long number(Tuple row, String column) {
        return row.get(column, Number.class).longValue();
    }
}
