package dev.opensync.eval.export;

import java.util.List;
import java.util.Map;

/**
 * What an export would hold.
 *
 * @param sessions that are in it
 * @param uncounted sessions that were not read, of which some more may be in it
 * @param models how many sessions each has
 * @param firstCases as they will be written, except that long texts are cut
 * @param warnings what may not be as expected, in sentences
 */
public record EvalPreview(
        long sessions,
        long testCases,
        long uncounted,
        Map<String, Long> models,
        List<String> firstCases,
        List<String> warnings) {

    public EvalPreview {
        firstCases = List.copyOf(firstCases);
        warnings = List.copyOf(warnings);
    }
}
