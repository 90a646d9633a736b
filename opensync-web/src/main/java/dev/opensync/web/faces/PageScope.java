package dev.opensync.web.faces;

import dev.opensync.session.SessionSource;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds on every page that shows sessions: of which tool they are, and on which days they began. Days are those of UTC.
 *
 * @param days the last so many, today included; then there is no {@code first} and {@code last}
 */
public record PageScope(
        @Nullable String source,
        @Nullable Integer days,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {

    private static final Set<String> RANGES = Set.of("7", "14", "30", "60", "90");
    private static final int LAST_YEAR = 9999;

    /** From the parameters of an address; what cannot be used does not count. */
    public static PageScope of(Map<String, String> parameters) {
        String range = parameters.getOrDefault("days", "");
        Integer days = RANGES.contains(range) ? Integer.valueOf(range) : null;
        return new PageScope(
                SessionSource.normalise(parameters.get("source")),
                days,
                days == null ? day(parameters.get("from")) : null,
                days == null ? day(parameters.get("to")) : null);
    }

    /** The first day that counts; null if all before do. */
    public @Nullable LocalDate from(LocalDate today) {
        return days == null ? first : today.minusDays(days - 1L);
    }

    /** The last day that counts; null if all after do. */
    public @Nullable LocalDate to() {
        return last;
    }

    public QueryString query() {
        return QueryString.EMPTY
                .with("source", source)
                .with("days", days == null ? null : days.toString())
                .with("from", first == null ? null : first.toString())
                .with("to", last == null ? null : last.toString());
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            LocalDate day = text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
            return day == null || day.getYear() < 1 || day.getYear() >= LAST_YEAR ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
