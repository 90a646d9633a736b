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

    private static final Set<UsageDimension> NAMES = EnumSet.complementOf(EnumSet.of(UsageDimension.DAY));

    @PersistenceContext
    EntityManager entities;

    /** Groups without sessions are left out. */
    List<UsageGroup> days(long accountId, UsageQuery usage) {
        // Without any other order the rows are read in that of their key, and none is kept aside.
        return groups(accountId, usage, Set.of(UsageDimension.DAY), "day_name", Integer.MAX_VALUE);
    }

    /** By day, which must be among the dimensions, then most tokens first; at most {@code limit}. Groups without sessions are left out. */
    List<UsageGroup> groups(long accountId, UsageQuery usage, Set<UsageDimension> dimensions, int limit) {
        String order = "day_name, SUM(prompt_tokens) + SUM(completion_tokens) DESC, " + columns(dimensions);
        return groups(accountId, usage, dimensions, order, limit);
    }

    @SuppressWarnings("unchecked")
    private List<UsageGroup> groups(
            long accountId, UsageQuery usage, Set<UsageDimension> dimensions, String order, int limit) {
        String sql = "SELECT " + namedColumns(dimensions) + ", " + SUMS + from(usage) + " GROUP BY "
                + columns(dimensions) + " HAVING SUM(sessions) > 0 ORDER BY " + order;
        List<Tuple> rows = bound(sql, accountId, usage).setMaxResults(limit).getResultList();
        return rows.stream()
                .map(row -> new UsageGroup(names(row, dimensions), sums(row)))
                .toList();
    }

    /**
     * The rows are added up by their short key first: to group by names as long as these, or to count how many different ones
     * there are, takes the database several times as long.
     */
    @SuppressWarnings("unchecked")
    UsageMixes mixes(long accountId, UsageQuery usage) {
        String sql = "SELECT " + namedColumns(NAMES) + ", mix.* FROM (SELECT bucket, " + LAST_DAY + ", " + SUMS
                + from(usage) + " GROUP BY bucket HAVING SUM(sessions) > 0) mix STRAIGHT_JOIN usage_daily named"
                + " ON named.account_id = :account AND named.day = mix.last_day AND named.bucket = mix.bucket";
        List<Tuple> rows = bound(sql, accountId, usage).getResultList();
        return new UsageMixes(rows.stream()
                .map(row -> new UsageMixes.Mix(names(row, NAMES), sums(row), lastDay(row)))
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
