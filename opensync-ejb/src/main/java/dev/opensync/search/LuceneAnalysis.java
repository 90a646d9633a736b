package dev.opensync.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/** {@link CodeAnalysis} in the embedded index. */
final class LuceneAnalysis implements LuceneAnalysisConfigurer {

    /** No phrase goes from one text of a message to the next, as on a cluster. */
    private static final int BETWEEN_TEXTS = 100;

    static final Analyzer ANALYZER = analyzer();

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(CodeAnalysis.NAME).instance(ANALYZER);
    }

    private static Analyzer analyzer() {
        try {
            CustomAnalyzer.Builder analyzer = CustomAnalyzer.builder()
                    .withTokenizer(CodeAnalysis.TOKENIZER)
                    .withPositionIncrementGap(BETWEEN_TEXTS);
            for (CodeAnalysis.Replacement replacement : CodeAnalysis.REPLACEMENTS) {
                analyzer.addCharFilter(
                        "patternReplace",
                        new HashMap<>(Map.of(
                                "pattern", replacement.pattern(),
                                "replacement", replacement.replacement())));
            }
            for (CodeAnalysis.WordFilter filter : CodeAnalysis.WORD_FILTERS) {
                analyzer.addTokenFilter(filter.inLucene());
            }
            return analyzer.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
