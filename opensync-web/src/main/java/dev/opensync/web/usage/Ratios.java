package dev.opensync.web.usage;

import dev.opensync.usage.Usage;
import dev.opensync.web.faces.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What the sums of the original OpenSync's dashboard come to for one of something; 0 where there is nothing to divide by. */
final class Ratios {

    private static final long THOUSAND = 1_000;

    private Ratios() {}

    static long rounded(long dividend, long divisor) {
        return of(dividend, divisor, 0).longValueExact();
    }

    static BigDecimal of(long dividend, long divisor, int decimals) {
        return divisor == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(dividend).divide(BigDecimal.valueOf(divisor), decimals, RoundingMode.HALF_UP);
    }

    /** With four decimals, as in {@code $0.0245}. */
    static String costPerSession(Usage usage) {
        return Formats.cost(rounded(usage.costMicros(), usage.sessions()));
    }

    static String costPerThousandTokens(Usage usage) {
        long tokens = usage.tokens();
        return Formats.cost(
                tokens == 0
                        ? 0
                        : BigDecimal.valueOf(usage.costMicros())
                                .multiply(BigDecimal.valueOf(THOUSAND))
                                .divide(BigDecimal.valueOf(tokens), 0, RoundingMode.HALF_UP)
                                .longValueExact());
    }

    /** {@code 4.25:1}. */
    static String promptPerCompletion(Usage usage) {
        return Formats.decimal(of(usage.promptTokens(), usage.completionTokens(), 2)) + ":1";
    }
}
