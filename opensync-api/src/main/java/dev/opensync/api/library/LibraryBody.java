package dev.opensync.api.library;

import dev.opensync.api.http.Choice;
import dev.opensync.api.json.JsonFields;
import dev.opensync.api.json.JsonValue;
import dev.opensync.search.SearchType;
import dev.opensync.shared.OpenSyncException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members of a body, of which none may be unknown. */
final class LibraryBody {

    private static final Choice<SearchType> TYPES = Choice.of("searchType", SearchType.class);

    private final JsonFields fields;

    private LibraryBody(JsonFields fields) {
        this.fields = fields;
    }

    /** Fails with {@code INVALID}. */
    static LibraryBody parse(byte[] body, List<String> members) {
        JsonValue json = JsonValue.parse(body);
        if (!json.isObject() || !members.containsAll(json.members().keySet())) {
            throw OpenSyncException.invalid("The body must be an object with members of " + String.join(", ", members));
        }
        return new LibraryBody(JsonFields.of(json));
    }

    /** Null if it is not there. */
    @Nullable
    String text(String name) {
        return fields.text(name);
    }

    String text(String name, String otherwise) {
        String text = fields.text(name);
        return text == null ? otherwise : text;
    }

    SearchType type(String name, SearchType otherwise) {
        return TYPES.parse(fields.text(name), otherwise);
    }

    int number(String name, int otherwise) {
        Double number = fields.number(name);
        if (number == null) {
            if (fields.value(name) != null) {
                throw OpenSyncException.invalid(name + " must be a whole number from 1");
            }
            return otherwise;
        }
        if (number != Math.rint(number) || number > Integer.MAX_VALUE) {
            throw OpenSyncException.invalid(name + " must be a whole number from 1");
        }
        return number.intValue();
    }

    /** Null if it is not there; a text or a list of texts. */
    @Nullable
    List<String> texts(String name) {
        JsonValue value = fields.value(name);
        if (value == null) {
            return null;
        }
        List<JsonValue> values = value.isArray() ? value.elements() : List.of(value);
        if (!values.stream().allMatch(JsonValue::isText)) {
            throw OpenSyncException.invalid(name + " must be a list of texts");
        }
        return values.stream().map(one -> String.valueOf(one.scalar())).toList();
    }
}
