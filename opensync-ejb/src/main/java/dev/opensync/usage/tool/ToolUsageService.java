package dev.opensync.usage.tool;

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
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Which tools the sessions of an account called; of sessions at work it is known some seconds later. */
@Stateless
public class ToolUsageService {

    /** Most of them are of no use to anybody: tools have tens of names. */
    public static final int MOST_TOOLS = 1_000;

    private static final String HEAD = """
            SELECT t.tool, COUNT(*) AS sessions, SUM(t.calls) AS calls, SUM(t.results) AS results,
                SUM(t.failures) AS failures, SUM(t.timed_calls) AS timed_calls, SUM(t.duration_ms) AS duration_ms
            FROM coding_session s JOIN session_tool t ON t.session_id = s.id
            WHERE s.account_id = ?
            """;

    private static final String TAIL = " GROUP BY t.tool ORDER BY SUM(t.calls) DESC, t.tool LIMIT " + MOST_TOOLS;

    @Resource(lookup = "java:app/jdbc/opensync")
    DataSource dataSource;

    /** Most calls first. Fails with {@code INVALID} if the query is narrowed to providers. */
    public List<ToolUsage> tools(long accountId, UsageQuery query) {
        StringBuilder sql = new StringBuilder(HEAD);
        List<Object> values = new ArrayList<>(List.of(accountId));
        bound(sql, values, " AND s.created_ms >= ?", query.from());
        LocalDate last = query.to();
        bound(sql, values, " AND s.created_ms < ?", last == null ? null : last.plusDays(1));
        for (Map.Entry<UsageDimension, Set<String>> accepted : query.accepted().entrySet()) {
            sql.append(" AND ")
                    .append(expression(accepted.getKey()))
                    .append(" IN (")
                    .append("?, ".repeat(accepted.getValue().size() - 1))
                    .append("?)");
            values.addAll(accepted.getValue());
        }
        return read(sql.append(TAIL).toString(), values);
    }

    private static void bound(StringBuilder sql, List<Object> values, String condition, @Nullable LocalDate day) {
        if (day != null) {
            sql.append(condition);
            values.add(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        }
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
                    tools.add(new ToolUsage(row.getString("tool"), row.getLong("sessions"), sums(row)));
                }
                return tools;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The calls of tools cannot be read", e);
        }
    }

    private static ToolSums sums(ResultSet row) throws SQLException {
        return new ToolSums(
                row.getLong("calls"),
                row.getLong("results"),
                row.getLong("failures"),
                row.getLong("timed_calls"),
                row.getLong("duration_ms"));
    }
}
