package dev.opensync.web.usage;

import dev.opensync.web.faces.Formats;

/**
 * A cost beside the budget that includes part of it.
 *
 * @param used of what is included
 * @param onDemand beyond it
 * @param usedShare thousandths of the bar
 * @param onDemandShare likewise
 */
public record Budget(String included, String used, String onDemand, long usedShare, long onDemandShare) {

    private static final double BAR = 1000;

    /** In the formula of the original OpenSync: the bar is as long as the larger of cost and budget. */
    static Budget of(long costMicros, long includedMicros) {
        long used = Math.min(costMicros, includedMicros);
        long onDemand = Math.max(costMicros - includedMicros, 0);
        long whole = Math.max(1, Math.max(costMicros, includedMicros));
        return new Budget(
                Formats.money(includedMicros),
                Formats.money(used),
                Formats.money(onDemand),
                Math.round(BAR * used / whole),
                Math.round(BAR * onDemand / whole));
    }
}
