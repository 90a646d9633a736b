package dev.opensync.usage.tool;

import dev.opensync.schema.DataSources;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageQuery;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Which tools the sessions of an account called; of sessions at work it is known some seconds later. */
@Stateless
public class ToolUsageService {

    /** Most of them are of no use to anybody: tools have tens of names. */
    public static final int MOST_TOOLS = 1_000;

    private static final String BY_DAY = """
            SELECT tool, SUM(sessions) AS sessions, SUM(calls) AS calls, SUM(results) AS results,
                SUM(failures) AS failures, SUM(timed_calls) AS timed_calls, SUM(duration_ms) AS duration_ms
            FROM usage_tool_daily
            WHERE account_id = ?
            """;

    private static final String BY_DAY_TAIL =
            " GROUP BY tool HAVING SUM(sessions) > 0 ORDER BY SUM(calls) DESC, tool LIMIT " + MOST_TOOLS;

    private static final String BY_SESSION = """
            SELECT t.tool, COUNT(*) AS sessions, SUM(t.calls) AS calls, SUM(t.results) AS results,
                SUM(t.failures) AS failures, SUM(t.timed_calls) AS timed_calls, SUM(t.duration_ms) AS duration_ms
            FROM coding_session s JOIN session_tool t ON t.session_id = s.id
            WHERE s.account_id = ?
            """;

    private static final String BY_SESSION_TAIL =
            " GROUP BY t.tool ORDER BY SUM(t.calls) DESC, t.tool LIMIT " + MOST_TOOLS;

    /** What the sums of days tell apart. */
    private static final Set<UsageDimension> BY_DAY_DIMENSIONS = Set.of(UsageDimension.SOURCE);

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    /**
     * Most calls first. Narrowed to models or projects, it costs the more the more sessions began in these days. Fails with
     * {@code INVALID} if the query is narrowed to providers.
     */
    public List<ToolUsage> tools(long accountId, UsageQuery query) {
        return BY_DAY_DIMENSIONS.containsAll(query.accepted().keySet())
                ? byDay(accountId, query)
                : bySession(accountId, query);
    }

    private List<ToolUsage> byDay(long accountId, UsageQuery query) {
        StringBuilder sql = new StringBuilder(BY_DAY);
        List<Object> values = new ArrayList<>(List.of(accountId));
        LocalDate first = query.from();
        bound(sql, values, " AND day >= ?", first == null ? null : Long.valueOf(first.toEpochDay()));
        LocalDate last = query.to();
        bound(sql, values, " AND day <= ?", last == null ? null : Long.valueOf(last.toEpochDay()));
        query.accepted().values().forEach(names -> accept(sql, values, "source", names));
        return read(sql.append(BY_DAY_TAIL).toString(), values);
    }

    private List<ToolUsage> bySession(long accountId, UsageQuery query) {
        StringBuilder sql = new StringBuilder(BY_SESSION);
        List<Object> values = new ArrayList<>(List.of(accountId));
        LocalDate first = query.from();
        bound(sql, values, " AND s.created_ms >= ?", first == null ? null : startMs(first));
        LocalDate last = query.to();
        bound(sql, values, " AND s.created_ms < ?", last == null ? null : startMs(last.plusDays(1)));
        query.accepted().forEach((dimension, names) -> accept(sql, values, expression(dimension), names));
        return read(sql.append(BY_SESSION_TAIL).toString(), values);
    }

    private static void bound(StringBuilder sql, List<Object> values, String condition, @Nullable Long value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static void accept(StringBuilder sql, List<Object> values, String column, Set<String> names) {
        sql.append(" AND ")
                .append(column)
                .append(" IN (")
                .append("?, ".repeat(names.size() - 1))
                .append("?)");
        values.addAll(names);
    }

    private static Long startMs(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static String expression(UsageDimension dimension) {
        return switch (dimension) {
            case MODEL -> "COALESCE(NULLIF(s.model, ''), 'unknown')";
            case PROJECT -> "COALESCE(s.project_name, s.project_path)";
            case SOURCE -> "s.source";
            case PROVIDER, DAY ->
                throw OpenSyncException.invalid(
                        "Tools cannot be narrowed by " + dimension.name().toLowerCase(Locale.ROOT));
        };
    }

    private List<ToolUsage> read(String sql, List<Object> values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                List<ToolUsage> tools = new ArrayList<>();
                while (row.next()) {
                    tools.add(new ToolUsage(row.getString("tool"), row.getLong("sessions"), ToolSums.of(row)));
                }
                return tools;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The calls of tools cannot be read", e);
        }
    }
}
