package dev.opensync.search;

import dev.opensync.session.EvalStatus;
import dev.opensync.session.MessageRole;
import dev.opensync.session.SessionMarks;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One condition besides the words. Conditions on the same field are alternatives, those on different fields all hold.
 *
 * @param value as the index has it: epoch milliseconds for times
 */
public record SearchFilter(SearchField field, String value) {

    static final String SHARED = "shared";
    static final String EVAL = "eval";

    /** Empty if the field cannot have such a value. */
    public static Optional<SearchFilter> of(SearchField field, String value) {
        if (value.isBlank()) {
            return Optional.empty();
        }
        return switch (field) {
            case PROJECT, MODEL, SOURCE, TOOL -> Optional.of(new SearchFilter(field, SearchableText.clean(value)));
            case ROLE -> role(value);
            case BEFORE, AFTER -> millis(value).map(text -> new SearchFilter(field, text));
            case IS -> state(value.toLowerCase(Locale.ROOT));
            case STATUS -> status(value);
            case TAG -> Optional.of(new SearchFilter(field, SessionMarks.spelled(SearchableText.clean(value))));
        };
    }

    private static Optional<SearchFilter> role(String value) {
        return Arrays.stream(MessageRole.values())
                .filter(role -> role.wireName().equalsIgnoreCase(value))
                .map(role -> new SearchFilter(SearchField.ROLE, role.name()))
                .findFirst();
    }

    private static Optional<SearchFilter> state(String value) {
        return value.equals(SHARED) || value.equals(EVAL)
                ? Optional.of(new SearchFilter(SearchField.IS, value))
                : Optional.empty();
    }

    private static Optional<SearchFilter> status(String value) {
        return Arrays.stream(EvalStatus.values())
                .filter(status -> status.wireName().equalsIgnoreCase(value))
                .map(status -> new SearchFilter(SearchField.STATUS, status.name()))
                .findFirst();
    }

    /** A day, meaning its beginning in UTC, or an ISO 8601 time. */
    private static Optional<String> millis(String value) {
        try {
            Instant time = value.contains("T")
                    ? Instant.parse(value)
                    : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant();
            return Optional.of(Long.toString(time.toEpochMilli()));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
