package dev.opensync.search;

import java.util.regex.Pattern;

/**
 * A word or quoted phrase that is looked for.
 *
 * @param open true if it may be the beginning of a longer word, as the last one while it is being typed
 */
record SearchTerm(String text, boolean open) {

    /** About as the analysis cuts a text; signs of scripts without blanks each by itself. */
    private static final Pattern PART = Pattern.compile("\\p{Lu}+[\\p{Ll}\\p{N}]*|[\\p{Ll}\\p{N}]+|[\\p{L}\\p{So}]");

    private static final Pattern SEAM = Pattern.compile(CodeAnalysis.SEAMS + "|[^\\p{L}\\p{Nd}]");

    private static final int SHORTEST_BEGINNING = 2;

    /** Of words that are long enough to be told by it. */
    boolean isBeginning() {
        return open && lastPart().length() >= SHORTEST_BEGINNING;
    }

    /** Of an identifier, or the whole of a plain word; empty if it does not end in one. */
    String lastPart() {
        String[] parts = SEAM.split(text, -1);
        return parts[parts.length - 1];
    }

    /** The same, not going on. */
    SearchTerm closed() {
        return new SearchTerm(text, false);
    }

    /** Each of them is looked for in every field. */
    int parts() {
        return (int) PART.matcher(text).results().count();
    }

    /** Its beginning, of no more parts than that. */
    SearchTerm beginning(int parts) {
        return PART.matcher(text)
                .results()
                .skip(parts)
                .findFirst()
                .map(beyond -> new SearchTerm(text.substring(0, beyond.start()), false))
                .orElse(this);
    }
}
