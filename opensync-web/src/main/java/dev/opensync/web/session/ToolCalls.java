package dev.opensync.web.session;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws the call of a tool: commands as commands, edits as differences, the rest as its arguments. */
final class ToolCalls {

    private static final String[] COMMAND_KEYS = {"command", "cmd", "script"};
    private static final String[] OLD_KEYS = {"old_string", "oldString", "old_str", "old_text", "oldText", "old"};
    private static final String[] NEW_KEYS = {"new_string", "newString", "new_str", "new_text", "newText", "new"};
    private static final String[] PATH_KEYS = {"file_path", "filePath", "path", "file", "filename", "notebook_path"};
    private static final String[] PATCH_KEYS = {"patch", "diff", "patchText", "input"};
    private static final String[] WRITTEN_KEYS = {"content", "contents", "file_text"};
    private static final String[] TELLING_KEYS = {
        "pattern",
        "query",
        "file_path",
        "filePath",
        "path",
        "url",
        "description",
        "file",
        "filename",
        "prompt",
        "input",
        "name",
        "title"
    };

    /** Each may take as long as {@link Diff} allows. */
    private static final int SHOWN_EDITS = 50;

    private ToolCalls() {}

    static Block.Tool draw(Piece.Call call, Block.@Nullable Output output) {
        JsonObject arguments = call.arguments();
        Set<String> shown = new HashSet<>();
        String command = command(arguments, shown);
        Diff diff = diff(arguments, shown);
        String summary = command == null ? telling(arguments, shown) : Texts.firstLine(command);
        JsonObject others = JsonShapes.without(arguments, shown);
        String rest = others.isEmpty() ? null : JsonShapes.pretty(others);
        return new Block.Tool(
                Texts.line(call.name()),
                summary,
                command == null ? null : Texts.cut(command),
                diff,
                rest == null ? null : Texts.cut(rest),
                output,
                diff.isCut() || (command != null && Texts.isCut(command)) || (rest != null && Texts.isCut(rest)));
    }

    private static @Nullable String command(JsonObject arguments, Set<String> shown) {
        for (String key : COMMAND_KEYS) {
            JsonValue value = arguments.get(key);
            String command = value instanceof JsonString string ? string.getString() : words(value);
            if (command != null && !command.isBlank()) {
                shown.add(key);
                return command;
            }
        }
        return null;
    }

    /** Codex sends commands as a list of words. */
    private static @Nullable String words(@Nullable JsonValue value) {
        if (!(value instanceof JsonArray array)
                || array.isEmpty()
                || !array.stream().allMatch(JsonString.class::isInstance)) {
            return null;
        }
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.joining(" "));
    }

    private static Diff diff(JsonObject arguments, Set<String> shown) {
        if (arguments.get("edits") instanceof JsonArray edits) {
            if (!edits.isEmpty() && edits.stream().allMatch(ToolCalls::isEdit)) {
                shown.add("edits");
                Diff diff = Diff.joined(edits.stream()
                        .limit(SHOWN_EDITS)
                        .map(edit -> between(edit.asJsonObject()))
                        .toList());
                return edits.size() <= SHOWN_EDITS ? diff : new Diff(diff.lines(), true);
            }
        }
        if (isEdit(arguments)) {
            shown.addAll(List.of(OLD_KEYS));
            shown.addAll(List.of(NEW_KEYS));
            return between(arguments);
        }
        return writtenOrPatched(arguments, shown);
    }

    private static Diff writtenOrPatched(JsonObject arguments, Set<String> shown) {
        for (String key : PATCH_KEYS) {
            if (arguments.get(key) instanceof JsonString patch && isPatch(patch.getString())) {
                shown.add(key);
                return Diff.ofPatch(patch.getString());
            }
        }
        String path = JsonShapes.text(arguments, PATH_KEYS);
        for (String key : WRITTEN_KEYS) {
            if (path != null && arguments.get(key) instanceof JsonString written) {
                shown.add(key);
                return Diff.between("", written.getString());
            }
        }
        return Diff.NONE;
    }

    private static boolean isPatch(String text) {
        return text.startsWith("*** Begin Patch") || text.startsWith("--- ") || text.startsWith("diff --git ");
    }

    private static boolean isEdit(JsonValue value) {
        return value instanceof JsonObject edit && text(edit, OLD_KEYS) != null && text(edit, NEW_KEYS) != null;
    }

    private static Diff between(JsonObject edit) {
        return Diff.between(
                Objects.requireNonNullElse(text(edit, OLD_KEYS), ""),
                Objects.requireNonNullElse(text(edit, NEW_KEYS), ""));
    }

    private static @Nullable String text(JsonObject object, String... keys) {
        for (String key : keys) {
            if (object.get(key) instanceof JsonString string) {
                return string.getString();
            }
        }
        return null;
    }

    private static String telling(JsonObject arguments, Set<String> shown) {
        for (String key : TELLING_KEYS) {
            if (arguments.get(key) instanceof JsonString string && !shown.contains(key)) {
                String line = Texts.firstLine(string.getString());
                if (line.equals(string.getString().strip())) {
                    // Shown in full, so not again among the arguments.
                    shown.add(key);
                }
                return line;
            }
        }
        return "";
    }
}
