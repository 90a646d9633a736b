package dev.opensync.api.http;

import dev.opensync.shared.OpenSyncException;
import org.jspecify.annotations.Nullable;

/** How many rows of a list a caller asks for. */
public final class PageLimit {

    private static final int DEFAULT = 50;

    /** Upstream had no bound and clients may ask for thousands: they get fewer and a cursor, no error. */
    private static final int MAX = 200;

    private PageLimit() {}

    /** {@code text}: the query parameter; absent or empty gives the default. Fails with {@code INVALID}. */
    public static int parse(@Nullable String text) {
        return parse(text, DEFAULT);
    }

    /** The same with another default. */
    public static int parse(@Nullable String text, int otherwise) {
        return parse("limit", text, otherwise, MAX);
    }

    /** The same for another parameter with a maximum of its own. */
    public static int parse(String parameter, @Nullable String text, int otherwise, int max) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        String digits = text.strip();
        if (!digits.matches("\\d{1,9}") || Integer.parseInt(digits) < 1) {
            throw OpenSyncException.invalid(parameter + " must be a whole number from 1 to " + max);
        }
        return Math.min(Integer.parseInt(digits), max);
    }
}
