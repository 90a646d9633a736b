package dev.opensync.search;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * How text becomes words, at indexing and at searching alike. Identifiers and paths are cut where their parts meet, so that
 * {@code parseJsonBody}, {@code parse_json_body} and {@code json body} find each other.
 */
final class CodeAnalysis implements LuceneAnalysisConfigurer {

    static final String NAME = "code";

    /** Between {@code a_b}, {@code aB}, {@code a8B}, {@code ABc}, and {@code a.b}, {@code a:b}, {@code a'b} of letters only. */
    static final String SEAMS = "_"
            + "|(?<=\\p{Ll}\\p{Nd}{0,4})(?<!\\b0x)(?=\\p{Lu})"
            + "|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
            + "|(?<=\\p{L})[.:'](?=\\p{L})";

    private static final String LANGUAGE_PLUS = "(?<![\\p{L}\\p{Nd}])([Cc])\\+\\+";
    private static final String LANGUAGE_SHARP = "(?<![\\p{L}\\p{Nd}])([CFcf])#";

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(NAME)
                .custom()
                .tokenizer("standard")
                .charFilter("patternReplace")
                .param("pattern", LANGUAGE_PLUS)
                .param("replacement", "$1plusplus")
                .charFilter("patternReplace")
                .param("pattern", LANGUAGE_SHARP)
                .param("replacement", "$1sharp")
                .charFilter("patternReplace")
                .param("pattern", SEAMS)
                .param("replacement", " ")
                .tokenFilter("cjkWidth")
                .tokenFilter("lowercase")
                .tokenFilter("asciiFolding")
                .tokenFilter("cjkBigram")
                .tokenFilter("keywordRepeat")
                .tokenFilter("kStem")
                .tokenFilter("removeDuplicates");
    }
}
