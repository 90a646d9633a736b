package dev.opensync.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts kept in millionths of a US dollar, as they are written. */
public final class Dollars {

    private static final int MICROS_SCALE = 6;
    private static final int READABLE_SCALE = 4;

    private Dollars() {}

    /** Exact, for programs: 24500 gives 0.0245, never 2.45E-2 and never 0.024500. */
    public static BigDecimal ofMicros(long micros) {
        BigDecimal dollars = BigDecimal.valueOf(micros, MICROS_SCALE).stripTrailingZeros();
        return dollars.scale() < 0 ? dollars.setScale(0) : dollars;
    }

    /** For people, with four decimals: {@code $0.0245}. */
    public static String text(long micros) {
        return "$"
                + BigDecimal.valueOf(micros, MICROS_SCALE)
                        .setScale(READABLE_SCALE, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
