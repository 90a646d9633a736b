package dev.opensync.search;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.hibernate.search.backend.lucene.analysis.model.dsl.LuceneAnalyzerOptionalComponentsStep;

/** {@link CodeAnalysis} in the embedded index. */
final class LuceneAnalysis implements LuceneAnalysisConfigurer {

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        LuceneAnalyzerOptionalComponentsStep analyzer =
                context.analyzer(CodeAnalysis.NAME).custom().tokenizer(CodeAnalysis.TOKENIZER);
        CodeAnalysis.REPLACEMENTS.forEach(replacement -> analyzer.charFilter("patternReplace")
                .param("pattern", replacement.pattern())
                .param("replacement", replacement.replacement()));
        CodeAnalysis.WORD_FILTERS.forEach(filter -> analyzer.tokenFilter(filter.inLucene()));
    }
}
