package dev.opensync.search;

import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptPart;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every word of one message, sorted by what kind of part it stands in. */
final class SearchableText {

    /** The look-up behind the methods of {@code Json} costs more than the work. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final Set<String> THINKING = Set.of("thinking", "reasoning", "redacted_thinking");
    private static final Set<String> TOOL_NAMES = Set.of("name", "tool", "toolname", "tool_name");

    private static final Pattern HALF_CHARACTER = Pattern.compile("\\p{Cs}");

    /** Pictures and other files inside a message: nobody looks for a piece of them. */
    private static final Pattern ENCODED_FILE = Pattern.compile("(?:data:[^,]{1,100},)?[A-Za-z0-9+/_=\\r\\n-]{2000,}");

    final List<String> text = new ArrayList<>();
    final List<String> thinking = new ArrayList<>();
    final List<String> toolText = new ArrayList<>();
    final Set<String> toolNames = new LinkedHashSet<>();

    static SearchableText of(TranscriptMessage message) {
        SearchableText found = new SearchableText();
        String own = message.text();
        if (own != null) {
            add(found.text, own);
        }
        message.parts().forEach(found::addPart);
        return found;
    }

    /** What was said and thought, without what tools were given and gave back. */
    String said() {
        return Stream.concat(text.stream(), thinking.stream()).collect(Collectors.joining("\n"));
    }

    private void addPart(TranscriptPart part) {
        List<String> place = place(part.type());
        addJson(place, part.content());
        String extra = part.extra();
        if (extra != null) {
            addJson(place, extra);
        }
    }

    private List<String> place(String type) {
        String kind = type.toLowerCase(Locale.ROOT);
        if (kind.equals("text")) {
            return text;
        }
        return THINKING.contains(kind) ? thinking : toolText;
    }

    private void addJson(List<String> place, String json) {
        try (JsonReader reader = JSON.createReader(new StringReader(json))) {
            JsonValue value = reader.readValue();
            if (place == toolText && value instanceof JsonObject object) {
                addToolName(object);
            }
            addValue(place, value);
        } catch (JsonException | ArithmeticException | NumberFormatException e) {
            // Kept as it was sent, but beyond what JSON-P can hold: found as it stands.
            add(place, json);
        }
    }

    private void addValue(List<String> place, JsonValue value) {
        if (value instanceof JsonString string) {
            add(place, string.getString());
        } else if (value instanceof JsonArray array) {
            array.forEach(element -> addValue(place, element));
        } else if (value instanceof JsonObject object) {
            object.values().forEach(member -> addValue(place, member));
        } else if (value.getValueType() == JsonValue.ValueType.NUMBER) {
            add(place, value.toString());
        }
    }

    private void addToolName(JsonObject part) {
        part.forEach((key, member) -> {
            if (member instanceof JsonString name && TOOL_NAMES.contains(key.toLowerCase(Locale.ROOT))) {
                toolNames.add(clean(name.getString()));
            }
        });
    }

    /** A message often says the same twice, as its text and as a part. */
    private static void add(List<String> place, String words) {
        if (!words.isBlank()
                && !place.contains(words)
                && !ENCODED_FILE.matcher(words).matches()) {
            place.add(clean(words));
        }
    }

    /** Without the characters that mark what was found, and without halves of characters, which a cluster refuses. */
    static String clean(String words) {
        return HALF_CHARACTER
                .matcher(words.replace(Highlighting.MARK_START, ' ').replace(Highlighting.MARK_END, ' '))
                .replaceAll(" ");
    }
}
