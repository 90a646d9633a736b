package dev.opensync.test.relevance;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A question, and the sessions that answer it.
 *
 * @param expected keys of which any will do
 */
record KnownQuery(Kind kind, String text, Set<String> expected) {

    KnownQuery {
        expected = Set.copyOf(expected);
    }

    /** How much of the answer's wording the person remembers. */
    enum Kind {
        /** An identifier, a message, a setting as it stood there. */
        EXACT,
        /** In own words, some of which were used. */
        NATURAL,
        /** In own words, none of which were used. */
        PARAPHRASE
    }

    static KnownQuery parse(String line) {
        String[] columns = line.split(" \\| ", -1);
        return new KnownQuery(
                Kind.valueOf(columns[0].toUpperCase(Locale.ROOT)), columns[1], Set.of(columns[2].split(", ", -1)));
    }

    /** 1 if the first found is right, 1/2 for the second, and so on; 0 if none is. */
    double reciprocalRank(List<String> found) {
        for (int i = 0; i < found.size(); i++) {
            if (expected.contains(found.get(i))) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }
}
