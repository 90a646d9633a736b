package dev.opensync.search;

import java.util.List;

/**
 * How text becomes words, at indexing and at searching alike. Identifiers and paths are cut where their parts meet, so that
 * {@code parseJsonBody}, {@code parse_json_body} and {@code json body} find each other.
 */
final class CodeAnalysis {

    static final String NAME = "code";

    static final String TOKENIZER = "standard";

    /**
     * Between {@code a_b}, {@code aB}, {@code a8B}, {@code ABc}, and {@code a.b}, {@code a:b}, {@code a'b} of letters only.
     * To look back takes time, so each comes to it last.
     */
    static final String SEAMS = "_"
            + "|(?=\\p{Lu})(?<=\\p{Ll}\\p{Nd}{0,4})(?<!\\b0x)"
            + "|(?=\\p{Lu}\\p{Ll})(?<=\\p{Lu})"
            + "|[.:'](?<=\\p{L}.)(?=\\p{L})";

    /** Of the text, in this order, before it is cut into words: C++, C# and F#, and the seams of identifiers. */
    static final List<Replacement> REPLACEMENTS = List.of(
            new Replacement("([Cc])\\+\\+(?<![\\p{L}\\p{Nd}].\\+\\+)", "$1plusplus"),
            new Replacement("([CFcf])#(?<![\\p{L}\\p{Nd}].#)", "$1sharp"),
            new Replacement(SEAMS, " "));

    /** Of the words, in this order. */
    static final List<WordFilter> WORD_FILTERS = List.of(
            new WordFilter("cjkWidth", "cjk_width"),
            new WordFilter("lowercase", "lowercase"),
            new WordFilter("asciiFolding", "asciifolding"),
            new WordFilter("cjkBigram", "cjk_bigram"),
            new WordFilter("keywordRepeat", "keyword_repeat"),
            new WordFilter("kStem", "kstem"),
            new WordFilter("removeDuplicates", "remove_duplicates"));

    private CodeAnalysis() {}

    /** {@code pattern} is a regular expression. */
    record Replacement(String pattern, String replacement) {}

    /** One filter under the two names it goes by. */
    record WordFilter(String inLucene, String onCluster) {}
}
