package dev.opensync.library;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The readable end of a pack's address. */
final class PackSlug {

    private static final int MOST_CHARS = 60;

    /** For names without a letter that an address can have. */
    private static final String OTHERWISE = "pack";

    private PackSlug() {}

    /** From the name; with a number if that one is {@code taken}. */
    static String of(String name, Collection<String> taken) {
        String letters = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String cut =
                letters.substring(0, Math.min(letters.length(), MOST_CHARS)).replaceAll("-$", "");
        String slug = cut.isEmpty() ? OTHERWISE : cut;
        return Stream.concat(Stream.of(slug), IntStream.iterate(2, n -> n + 1).mapToObj(n -> slug + "-" + n))
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElseThrow();
    }
}
