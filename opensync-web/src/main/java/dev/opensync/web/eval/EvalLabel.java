package dev.opensync.web.eval;

import dev.opensync.eval.EvalMark;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the owner has said of a session as a test case, as its page shows it.
 *
 * @param status as addresses name it; empty if nothing was said
 */
public record EvalLabel(String status, String notes, List<String> tags, String expectedOutput) {

    static final EvalLabel NONE = new EvalLabel("", "", List.of(), "");

    private static final Pattern COMMA = Pattern.compile("[,\\n]");

    public EvalLabel {
        tags = List.copyOf(tags);
    }

    static EvalLabel of(EvalMark mark) {
        return new EvalLabel(EvalRow.statusName(mark.status()), mark.notes(), mark.tags(), mark.expectedOutput());
    }

    /** For a field to change them in. */
    public String tagText() {
        return String.join(", ", tags);
    }

    /** As they are typed, with commas between them. */
    static List<String> tags(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Stream.of(COMMA.split(typed, -1))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList();
    }
}
