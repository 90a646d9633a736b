package dev.opensync.api.http;

import java.math.BigDecimal;

/** Amounts as they stand in JSON: US dollars as an exact decimal number. */
public final class Dollars {

    private static final int MICROS_SCALE = 6;

    private Dollars() {}

    /** 24500 gives 0.0245, never 2.45E-2 and never 0.024500. */
    public static BigDecimal ofMicros(long micros) {
        BigDecimal dollars = BigDecimal.valueOf(micros, MICROS_SCALE).stripTrailingZeros();
        return dollars.scale() < 0 ? dollars.setScale(0) : dollars;
    }
}
