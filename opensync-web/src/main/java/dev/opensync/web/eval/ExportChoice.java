package dev.opensync.web.eval;

import dev.opensync.eval.ChosenCases;
import dev.opensync.eval.EvalSelection;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.TurnMode;
import dev.opensync.eval.export.EvalExportRequest;
import dev.opensync.eval.export.EvalFormat;
import dev.opensync.shared.OpenSyncException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the forms for exporting and keeping test cases say. */
final class ExportChoice {

    /** All formats in one archive. */
    static final String ALL = "all";

    private static final List<EvalFormat> OFFERED =
            List.of(EvalFormat.DEEPEVAL, EvalFormat.OPENAI, EvalFormat.PROMPTFOO, EvalFormat.ZIP);

    private static final Pattern CASE = Pattern.compile("([0-9a-f]{1,40}):([0-9]{1,9})");

    private static final int MOST_CHARS = 100_000;

    private final Map<String, String> fields;

    ExportChoice(Map<String, String> fields) {
        this.fields = fields;
    }

    static List<String> formatNames() {
        return Stream.concat(OFFERED.stream().map(EvalFormat::wireName), Stream.of(ALL))
                .toList();
    }

    static List<String> turnModeNames() {
        return Stream.of(TurnMode.values()).map(TurnMode::wireName).toList();
    }

    EvalExportRequest request(EvalSelection selection) {
        return new EvalExportRequest(selection, formats(), options());
    }

    /** False for the sessions that are ticked. */
    boolean isOfAll() {
        return !"chosen".equals(fields.get("which"));
    }

    List<EvalFormat> formats() {
        String wanted = fields.getOrDefault("format", "");
        return wanted.equals(ALL)
                ? OFFERED
                : OFFERED.stream()
                        .filter(format -> format.wireName().equals(wanted))
                        .findFirst()
                        .map(List::of)
                        .orElseThrow(() ->
                                OpenSyncException.invalid("Choose a format").as("export_format"));
    }

    ExportOptions options() {
        return new ExportOptions(
                turnMode(),
                isOn("includeSystem"),
                isOn("includeContext"),
                isOn("anonymize"),
                isOn("codeOnly"),
                minChars(),
                isHosted(),
                isOn("toolCalls"),
                isOn("readme"));
    }

    /** All but those that are unticked, each as the id of its session, a colon and its number, with blanks between. */
    ChosenCases cases() {
        Map<String, Set<Integer>> without = new LinkedHashMap<>();
        for (String unticked : fields.getOrDefault("without", "").split(" ", -1)) {
            Matcher parts = CASE.matcher(unticked);
            if (parts.matches()) {
                without.computeIfAbsent(parts.group(1), session -> new LinkedHashSet<>())
                        .add(Integer.valueOf(parts.group(2)));
            }
        }
        return new ChosenCases(false, without);
    }

    boolean isHosted() {
        return isOn("hosted");
    }

    private TurnMode turnMode() {
        return Stream.of(TurnMode.values())
                .filter(mode -> mode.wireName().equals(fields.get("turnMode")))
                .findFirst()
                .orElse(TurnMode.PER_TURN);
    }

    private int minChars() {
        try {
            String typed = fields.getOrDefault("minMessageLength", "").strip();
            return typed.isEmpty() ? 0 : Math.max(0, Math.min(MOST_CHARS, Integer.parseInt(typed)));
        } catch (NumberFormatException e) {
            throw OpenSyncException.invalid("The shortest length of a message is a number")
                    .as("export_length");
        }
    }

    private boolean isOn(String option) {
        return "true".equals(fields.get(option));
    }
}
