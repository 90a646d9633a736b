package dev.opensync.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * English words that are in every text and so tell none from another. They stay in the index for phrases. Not among them are
 * those that a program may be about, such as {@code if}, {@code while} or {@code not}.
 */
final class FunctionWords {

    private static final Set<String> ENGLISH =
            Set.of(("a an the and or of to in on at by as from with into upon about is are"
                            + " was were be been being it its this that these those there here we us our you your i me my he his she"
                            + " her they them their who whose which what where why how when than then so such do does did has have had"
                            + " can could will would shall should may might must")
                    .split(" ", -1));

    private FunctionWords() {}

    /** Those that tell something, or may once they are typed to their end; all if none does. */
    static List<SearchTerm> without(List<SearchTerm> words) {
        List<SearchTerm> telling = words.stream()
                .filter(word -> word.open() || !ENGLISH.contains(word.text().toLowerCase(Locale.ROOT)))
                .toList();
        return telling.isEmpty() ? words : telling;
    }
}
