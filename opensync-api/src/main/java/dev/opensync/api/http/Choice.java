package dev.opensync.api.http;

import dev.opensync.shared.OpenSyncException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A query parameter that takes one of a few words, in any case; any other word fails with {@code INVALID} and is told the
 * allowed ones.
 */
public final class Choice<T> {

    private final String parameter;
    private final Map<String, T> valueByWord = new LinkedHashMap<>();

    private Choice(String parameter, Collection<T> values, Function<T, String> word) {
        this.parameter = parameter;
        values.forEach(value -> valueByWord.put(word.apply(value), value));
    }

    /** Of the words that {@code word} gives for {@code values}. */
    public static <T> Choice<T> of(String parameter, Collection<T> values, Function<T, String> word) {
        return new Choice<>(parameter, values, word);
    }

    /** Of the constants of an enum in small letters. */
    public static <E extends Enum<E>> Choice<E> of(String parameter, Class<E> type) {
        return of(
                parameter,
                List.of(type.getEnumConstants()),
                value -> value.name().toLowerCase(Locale.ROOT));
    }

    /** Of {@code true} and {@code false}. */
    public static Choice<Boolean> ofYesOrNo(String parameter) {
        return of(parameter, List.of(true, false), String::valueOf);
    }

    /** {@code text}: the parameter's value; absent or empty gives {@code otherwise}. */
    public T parse(@Nullable String text, T otherwise) {
        return text == null || text.isBlank() ? otherwise : value(text);
    }

    /** The same, null where the parameter is absent or empty. */
    public @Nullable T parse(@Nullable String text) {
        return text == null || text.isBlank() ? null : value(text);
    }

    /** Of a parameter that may come several times, or with several words separated by commas; each value once, in order. */
    public Set<T> parseAll(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .filter(word -> !word.isBlank())
                .map(this::value)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private T value(String text) {
        String word = text.strip();
        for (Map.Entry<String, T> entry : valueByWord.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(word)) {
                return entry.getValue();
            }
        }
        throw OpenSyncException.invalid(parameter + " must be " + words());
    }

    /** {@code day, model or source}. */
    private String words() {
        List<String> words = List.copyOf(valueByWord.keySet());
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
