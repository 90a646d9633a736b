package dev.opensync.api.json;

import dev.opensync.shared.OpenSyncException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, asked for by name and alias. {@code null} counts as absent. A value of the wrong kind fails
 * with {@code INVALID} and a message that names the field.
 */
public final class JsonFields {

    /** Largest whole number a JSON number carries exactly. */
    private static final double MAX_WHOLE = 9_007_199_254_740_991d;

    /** Smaller times are seconds: as milliseconds they would lie before March 1973. */
    private static final double MIN_MILLIS = 1e11;

    private static final int ISO_DATE_LENGTH = "2026-01-31".length();

    /** The end of the year 9999. */
    private static final double MAX_MILLIS = 253_402_300_799_999d;

    /** Of an absent object. */
    public static final JsonFields NONE = new JsonFields(Map.of());

    private static final Set<String> SECRETS = Set.of("apiKey", "api_key");

    private final Map<String, JsonValue> members;
    private final Set<String> asked = new HashSet<>();

    private JsonFields(Map<String, JsonValue> members) {
        this.members = members;
    }

    public static JsonFields of(JsonValue object) {
        return new JsonFields(object.members());
    }

    /** The first of the names that has a value; the later ones are its aliases. */
    public @Nullable JsonValue value(String... names) {
        JsonValue first = null;
        for (String name : names) {
            asked.add(name);
            JsonValue value = members.get(name);
            if (first == null && value != null && !value.isNull()) {
                first = value;
            }
        }
        return first;
    }

    /** Text, or a number or boolean as text. */
    public @Nullable String text(String... names) {
        JsonValue value = value(names);
        if (value == null) {
            return null;
        }
        if (value.scalar() == null) {
            throw OpenSyncException.invalid(names[0] + " must be text");
        }
        return value.cleanText();
    }

    /** Like {@link #text}, without blanks around it; the first name whose text is not blank. */
    public @Nullable String id(String... names) {
        String found = null;
        for (String name : names) {
            String text = text(name);
            if (found == null && text != null && !text.isBlank()) {
                found = text.strip();
            }
        }
        return found;
    }

    /** The first of the names that has text at all; for telling which object is meant, even in a bad one. */
    public @Nullable String idOrNull(String... names) {
        for (String name : names) {
            JsonValue value = members.get(name);
            if (value != null && value.isText()) {
                return value.scalar();
            }
        }
        return null;
    }

    /** A number or numeric text; null also for a negative one, which tells nothing. */
    public @Nullable Double number(String... names) {
        JsonValue value = value(names);
        if (value == null || (value.isText() && String.valueOf(value.scalar()).isBlank())) {
            return null;
        }
        double number = parseNumber(value, names[0]);
        return number < 0 ? null : number;
    }

    /** A whole number; fractions are rounded. */
    public @Nullable Long whole(String... names) {
        Double number = number(names);
        if (number == null) {
            return null;
        }
        if (number > MAX_WHOLE) {
            throw OpenSyncException.invalid(names[0] + " is too large");
        }
        return Math.round(number);
    }

    /** Epoch milliseconds from milliseconds, seconds or ISO 8601 text; null also for times before 1970, which are
     * somebody's way to say that there is none. */
    public @Nullable Long timeMillis(String... names) {
        JsonValue value = value(names);
        if (value == null) {
            return null;
        }
        Long iso = value.isText() ? isoMillis(String.valueOf(value.scalar())) : null;
        if (iso != null) {
            return iso > 0 && iso <= MAX_MILLIS ? iso : null;
        }
        Double number = number(names);
        if (number == null || number == 0) {
            return null;
        }
        double millis = number < MIN_MILLIS ? number * 1000 : number;
        if (millis > MAX_MILLIS) {
            throw OpenSyncException.invalid(names[0] + " is not a time");
        }
        return Math.round(millis);
    }

    /** The members of an object; null if absent. */
    public @Nullable JsonFields object(String... names) {
        JsonValue value = value(names);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            throw OpenSyncException.invalid(names[0] + " must be an object");
        }
        return of(value);
    }

    /** Everything that was not asked for and is not null, with the text of its value. */
    public Map<String, String> rest() {
        Map<String, String> rest = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!asked.contains(name) && !value.isNull()) {
                rest.put(name, value.rawText());
            }
        });
        return rest;
    }

    /** All members as they came, except keys: no secret is kept with what it opened. */
    public byte[] toJson() {
        Map<String, byte[]> kept = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!SECRETS.contains(name)) {
                kept.put(name, value.isObject() ? of(value).toJson() : value.raw());
            }
        });
        return JsonText.object(kept);
    }

    private static double parseNumber(JsonValue value, String name) {
        try {
            if (value.scalar() == null) {
                throw new NumberFormatException();
            }
            double number = Double.parseDouble(value.scalar());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, in the same words as for an infinite one.
        }
        throw OpenSyncException.invalid(name + " must be a number");
    }

    /** ISO 8601, also with a blank for the T as Python writes it; without an offset it is UTC. */
    private static @Nullable Long isoMillis(String text) {
        String stripped = text.strip();
        try {
            if (stripped.length() == ISO_DATE_LENGTH) {
                return toMillis(LocalDate.parse(stripped).atStartOfDay());
            }
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    stripped.replaceFirst(" ", "T"), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof LocalDateTime local
                    ? toMillis(local)
                    : Instant.from(time).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static long toMillis(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
