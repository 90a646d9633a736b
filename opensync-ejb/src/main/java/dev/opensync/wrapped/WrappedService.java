package dev.opensync.wrapped;

import dev.opensync.schema.DataSources;
import dev.opensync.sync.StorageException;
import dev.opensync.usage.ProviderName;
import dev.opensync.usage.Usage;
import dev.opensync.usage.UsageDimension;
import dev.opensync.usage.UsageGroup;
import dev.opensync.usage.UsageQuery;
import dev.opensync.usage.UsageService;
import dev.opensync.wrapped.Wrapped.Part;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** Sums of one account over the last 24 hours, read from its sessions, and over the last year, read from the daily sums. */
@Stateless
public class WrappedService {

    /** Models and providers that are named. */
    public static final int MOST = 5;

    /** The index on the account and the start bounds it to what one person does in a day. */
    private static final String LAST_DAY = """
            SELECT model, provider, COUNT(*), SUM(message_count), SUM(prompt_tokens), SUM(completion_tokens),
                SUM(cost_micros), SUM(COALESCE(duration_ms, 0))
            FROM coding_session
            WHERE account_id = ? AND created_ms BETWEEN ? AND ?
            GROUP BY model, provider
            """;

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    @EJB
    UsageService usage;

    @Inject
    InstantSource clock;

    /** Up to now. */
    public Wrapped of(long accountId, WrappedPeriod period) {
        Instant now = clock.instant();
        Instant from = now.minus(period.length());
        return switch (period) {
            case DAY -> lastDay(accountId, from, now);
            case YEAR -> lastYear(accountId, from, now);
        };
    }

    private Wrapped lastYear(long accountId, Instant from, Instant now) {
        UsageQuery days = UsageQuery.ALL.between(
                LocalDate.ofInstant(from, ZoneOffset.UTC).plusDays(1), LocalDate.ofInstant(now, ZoneOffset.UTC));
        return new Wrapped(
                WrappedPeriod.YEAR,
                from,
                now,
                usage.totals(accountId, days).usage(),
                parts(usage.largest(accountId, days, UsageDimension.MODEL, MOST), UsageDimension.MODEL),
                parts(usage.largest(accountId, days, UsageDimension.PROVIDER, MOST), UsageDimension.PROVIDER));
    }

    private static List<Part> parts(List<UsageGroup> groups, UsageDimension dimension) {
        return groups.stream()
                .map(group -> new Part(
                        Objects.requireNonNullElse(group.name(dimension), ProviderName.UNKNOWN),
                        group.usage().tokens()))
                .toList();
    }

    private Wrapped lastDay(long accountId, Instant from, Instant now) {
        Usage sum = Usage.NONE;
        Map<String, Long> tokensByModel = new HashMap<>();
        Map<String, Long> tokensByProvider = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LAST_DAY)) {
            statement.setLong(1, accountId);
            statement.setLong(2, from.toEpochMilli());
            statement.setLong(3, now.toEpochMilli());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String model = row.getString(1);
                    Usage part = usage(row);
                    sum = sum.plus(part);
                    tokensByModel.merge(
                            model == null || model.isEmpty() ? ProviderName.UNKNOWN : model, part.tokens(), Long::sum);
                    tokensByProvider.merge(ProviderName.infer(row.getString(2), model), part.tokens(), Long::sum);
                }
            }
        } catch (SQLException e) {
            throw new StorageException(e);
        }
        return new Wrapped(WrappedPeriod.DAY, from, now, sum, largest(tokensByModel), largest(tokensByProvider));
    }

    private static Usage usage(ResultSet row) throws SQLException {
        return new Usage(
                row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8));
    }

    private static List<Part> largest(Map<String, Long> tokensByName) {
        return tokensByName.entrySet().stream()
                .map(entry -> new Part(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Part::tokens).reversed().thenComparing(Part::name))
                .limit(MOST)
                .toList();
    }
}
