package dev.opensync.api.eval;

import dev.opensync.api.http.Bounds;
import dev.opensync.api.http.Choice;
import dev.opensync.api.json.JsonFields;
import dev.opensync.api.json.JsonValue;
import dev.opensync.eval.ChosenCases;
import dev.opensync.eval.EvalFilter;
import dev.opensync.eval.EvalMarking;
import dev.opensync.eval.EvalSelection;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.TurnMode;
import dev.opensync.eval.export.EvalFormat;
import dev.opensync.session.SessionSource;
import dev.opensync.shared.OpenSyncException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Members of a request's body; one that nobody knows or of the wrong kind fails with {@code INVALID}. */
final class EvalBody {

    private static final Choice<TurnMode> TURN_MODES = Choice.of("turnMode", TurnMode.class);
    private static final Set<String> SELECTION = Set.of("sessionIds", "filter", "cases", "without");

    private static final Set<String> CASE = Set.of("sessionId", "sequence");
    private static final int MOST_CASES = 10_000;
    private static final Set<String> FILTER =
            Set.of("source", "model", "status", "tags", "from", "to", "minTokens", "project");
    private static final Set<String> OPTIONS = Set.of(
            "includeSystemPrompts",
            "includeToolCalls",
            "anonymizePaths",
            "includeReadme",
            "includeContext",
            "codeOnly",
            "minMessageLength",
            "turnMode",
            "hosted");

    private final Map<String, JsonValue> members;
    private final JsonFields fields;

    private EvalBody(JsonValue json, Set<String> names) {
        if (!json.isObject() || !names.containsAll(json.members().keySet())) {
            throw OpenSyncException.invalid("Only these members are known here: " + String.join(", ", sorted(names)));
        }
        members = json.members();
        fields = JsonFields.of(json);
    }

    /** With the members that {@link #selection} reads. */
    static EvalBody parseSelection(byte[] body, Set<String> more) {
        Set<String> names = new HashSet<>(SELECTION);
        names.addAll(more);
        return parse(body, names);
    }

    static EvalBody parse(byte[] body, Set<String> names) {
        return new EvalBody(JsonValue.parse(body), names);
    }

    private static Set<String> sorted(Set<String> names) {
        return new TreeSet<>(names);
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    @Nullable
    Boolean flag(String name) {
        JsonValue value = members.get(name);
        if (value == null) {
            return null;
        }
        return switch (value.rawText()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw OpenSyncException.invalid(name + " must be true or false");
        };
    }

    private boolean flag(String name, boolean otherwise) {
        Boolean flag = flag(name);
        return flag == null ? otherwise : flag;
    }

    /** Null if it is not there; of {@code null} the empty text. */
    @Nullable
    String text(String name) {
        JsonValue value = members.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isNull() && !value.isText()) {
            throw OpenSyncException.invalid(name + " must be text or null");
        }
        return value.isNull() ? "" : String.valueOf(fields.text(name));
    }

    private @Nullable String textOrNull(String name) {
        String text = text(name);
        return text == null || text.isBlank() ? null : text;
    }

    /** Null if it is not there. */
    @Nullable
    List<String> texts(String name) {
        JsonValue value = members.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isArray()) {
            throw OpenSyncException.invalid(name + " must be an array of texts");
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue element : value.elements()) {
            if (!element.isText() || element.scalar() == null) {
                throw OpenSyncException.invalid(name + " must be an array of texts");
            }
            texts.add(element.scalar());
        }
        return texts;
    }

    private List<String> textsOrNone(String name) {
        List<String> texts = texts(name);
        return texts == null ? List.of() : texts;
    }

    Set<String> textSet(String name) {
        return Set.copyOf(textsOrNone(name));
    }

    /** By {@code sessionIds}, which may be {@code "all"}, and {@code filter}. */
    EvalSelection selection() {
        JsonValue ids = members.get("sessionIds");
        boolean all = ids == null || (ids.isText() && "all".equals(ids.scalar()));
        List<String> chosen = all ? List.of() : textsOrNone("sessionIds");
        if ((!all && chosen.isEmpty()) || chosen.size() > EvalMarking.MOST_AT_ONCE) {
            throw OpenSyncException.invalid(
                    "sessionIds must be \"all\" or an array of 1 to " + EvalMarking.MOST_AT_ONCE + " ids");
        }
        return new EvalSelection(filter(), chosen, chosenCases());
    }

    /** By {@code cases}, which are the only ones then, or {@code without}. */
    private ChosenCases chosenCases() {
        boolean only = members.containsKey("cases");
        if (only && members.containsKey("without")) {
            throw OpenSyncException.invalid("Name cases or without, not both");
        }
        if (!only && !members.containsKey("without")) {
            return ChosenCases.ALL;
        }
        String name = only ? "cases" : "without";
        JsonValue value = Objects.requireNonNull(members.get(name));
        if (!value.isArray()
                || (only && value.elements().isEmpty())
                || value.elements().size() > MOST_CASES) {
            throw OpenSyncException.invalid(
                    name + " must be an array of at most " + MOST_CASES + " test cases with sessionId and sequence");
        }
        Map<String, Set<Integer>> sequences = new LinkedHashMap<>();
        for (JsonValue element : value.elements()) {
            EvalBody one = new EvalBody(element, CASE);
            String session = one.textOrNull("sessionId");
            Long sequence = one.fields.whole("sequence");
            if (session == null || sequence == null || sequence < 1 || sequence > Integer.MAX_VALUE) {
                throw OpenSyncException.invalid("Each of " + name + " must have a sessionId and a sequence");
            }
            sequences.computeIfAbsent(session, key -> new LinkedHashSet<>()).add(sequence.intValue());
        }
        if (only && sequences.size() > EvalMarking.MOST_AT_ONCE) {
            throw OpenSyncException.invalid("cases may be of at most " + EvalMarking.MOST_AT_ONCE + " sessions");
        }
        return new ChosenCases(only, sequences);
    }

    private EvalFilter filter() {
        JsonValue value = members.get("filter");
        if (value == null) {
            return EvalFilter.ALL;
        }
        EvalBody filter = new EvalBody(value, FILTER);
        String status = filter.textOrNull("status");
        return new EvalFilter(
                SessionSource.normalise(filter.text("source")),
                filter.textOrNull("model"),
                EvalExportParameters.STATUS.parseAll(status == null ? List.of() : List.of(status)),
                filter.textSet("tags"),
                Bounds.from("from", filter.textOrNull("from")),
                Bounds.until("to", filter.textOrNull("to")),
                filter.fields.whole("minTokens"),
                filter.textOrNull("project"));
    }

    /** At least one. */
    List<EvalFormat> formats() {
        List<String> names = texts("formats");
        if (names == null) {
            return List.of(EvalFormat.DEEPEVAL);
        }
        if (names.isEmpty()) {
            throw OpenSyncException.invalid("formats must name at least one format");
        }
        return names.stream().map(EvalFormat::of).distinct().toList();
    }

    ExportOptions options() {
        JsonValue value = members.get("options");
        if (value == null) {
            return ExportOptions.DEFAULT;
        }
        EvalBody options = new EvalBody(value, OPTIONS);
        Long minChars = options.fields.whole("minMessageLength");
        return new ExportOptions(
                TURN_MODES.parse(options.textOrNull("turnMode"), TurnMode.PER_TURN),
                options.flag("includeSystemPrompts", false),
                options.flag("includeContext", true),
                options.flag("anonymizePaths", true),
                options.flag("codeOnly", false),
                minChars == null ? 0 : (int) Math.min(minChars, Integer.MAX_VALUE),
                options.flag("hosted", false),
                options.flag("includeToolCalls", true),
                options.flag("includeReadme", true));
    }
}
