package dev.opensync.api.analytics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Quotients of sums, rounded half up, without zeros at the end. */
final class Ratio {

    /** Of parts of a whole: four decimals are hundredths of a percent. */
    static final int SHARE_SCALE = 4;

    private Ratio() {}

    /** 0 where there is nothing to divide by. */
    static BigDecimal of(long dividend, long divisor, int scale) {
        if (divisor == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal quotient = BigDecimal.valueOf(dividend)
                .divide(BigDecimal.valueOf(divisor), scale, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return quotient.scale() < 0 ? quotient.setScale(0) : quotient;
    }
}
