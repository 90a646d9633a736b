package dev.opensync.api.search;

import dev.opensync.api.http.Choice;
import dev.opensync.api.json.JsonValue;
import dev.opensync.api.json.WireText;
import dev.opensync.search.SearchCursor;
import dev.opensync.search.SearchField;
import dev.opensync.search.SearchFilter;
import dev.opensync.search.SearchQuery;
import dev.opensync.search.SearchQueryParser;
import dev.opensync.search.SearchType;
import dev.opensync.shared.OpenSyncException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is looked for, as it stands in query parameters or under the same names in a body. */
public final class SearchParameters {

    private static final Choice<SearchType> TYPES = Choice.of("type", SearchType.class);
    private static final String IN_BODY = "query";
    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_FILTERS = 100;
    private static final List<String> MEMBERS = Stream.concat(
                    Stream.of(IN_BODY, "type", "limit", "cursor"),
                    Stream.of(SearchField.values()).map(SearchField::wireName))
            .toList();

    private final Map<String, List<String>> values;
    private final String words;

    private SearchParameters(Map<String, List<String>> values, @Nullable String words, String missing) {
        if (words == null || words.isBlank()) {
            throw OpenSyncException.invalid(missing);
        }
        if (words.length() > MAX_LENGTH) {
            throw OpenSyncException.invalid("The query must not be longer than " + MAX_LENGTH + " characters");
        }
        this.values = values;
        this.words = words;
    }

    /** Fails with {@code INVALID} without {@code q}. */
    public static SearchParameters of(MultivaluedMap<String, String> parameters) {
        return new SearchParameters(parameters, parameters.getFirst("q"), "Missing query parameter 'q'");
    }

    /** A JSON object; a filter may be a list of values. Fails with {@code INVALID} without {@code query}. */
    static SearchParameters of(byte[] body) {
        JsonValue json = JsonValue.parse(body);
        if (!json.isObject()) {
            throw OpenSyncException.invalid("The request body must be an object");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        json.members().forEach((name, value) -> {
            if (!MEMBERS.contains(name)) {
                throw OpenSyncException.invalid("The members of the body are " + String.join(", ", MEMBERS));
            }
            values.put(name, texts(name, value));
        });
        return new SearchParameters(values, first(values, IN_BODY), "Missing member 'query'");
    }

    private static List<String> texts(String name, JsonValue value) {
        List<String> texts = new ArrayList<>();
        for (JsonValue one : value.isArray() ? value.elements() : List.of(value)) {
            if (one.isObject() || one.isArray()) {
                throw OpenSyncException.invalid(name + " must be text or a list of texts");
            }
            String text = one.scalar();
            if (!one.isNull() && text != null) {
                texts.add(WireText.clean(text));
            }
        }
        return texts;
    }

    /** As they were asked. */
    public String words() {
        return words;
    }

    /** The words with the filters beside them. */
    public SearchQuery query() {
        List<SearchFilter> filters = new ArrayList<>();
        for (SearchField field : SearchField.values()) {
            for (String value : values.getOrDefault(field.wireName(), List.of())) {
                if (!value.isBlank()) {
                    filters.add(SearchFilter.of(field, value)
                            .orElseThrow(() ->
                                    OpenSyncException.invalid(field.wireName() + " must be " + field.allowedValues())));
                }
            }
        }
        if (filters.size() > MAX_FILTERS) {
            throw OpenSyncException.invalid("There must not be more than " + MAX_FILTERS + " conditions");
        }
        return SearchQueryParser.parse(words).and(filters);
    }

    public SearchType type(SearchType otherwise) {
        return TYPES.parse(value("type"), otherwise);
    }

    @Nullable
    SearchCursor cursor() {
        String cursor = value("cursor");
        return cursor == null || cursor.isEmpty() ? null : SearchCursor.parse(cursor);
    }

    /** The first of that name. */
    public @Nullable String value(String name) {
        return first(values, name);
    }

    private static @Nullable String first(Map<String, List<String>> values, String name) {
        List<String> found = values.getOrDefault(name, List.of());
        return found.isEmpty() ? null : found.get(0);
    }
}
