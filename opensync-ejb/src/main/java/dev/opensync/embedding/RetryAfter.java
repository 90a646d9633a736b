package dev.opensync.embedding;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;

/** The header {@code Retry-After}: seconds or a date. */
final class RetryAfter {

    private RetryAfter() {}

    /** Zero if the header is missing, in the past, or unreadable. */
    static Duration of(HttpHeaders headers, InstantSource clock) {
        return headers.firstValue("Retry-After")
                .map(value -> parse(value.strip(), clock))
                .filter(pause -> !pause.isNegative())
                .orElse(Duration.ZERO);
    }

    private static Duration parse(String value, InstantSource clock) {
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from);
            return Duration.between(clock.instant(), date);
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
