package dev.opensync.search;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurationContext;
import org.hibernate.search.backend.elasticsearch.analysis.ElasticsearchAnalysisConfigurer;

/** {@link CodeAnalysis} on a cluster. */
final class ClusterAnalysis implements ElasticsearchAnalysisConfigurer {

    @Override
    public void configure(ElasticsearchAnalysisConfigurationContext context) {
        List<String> charFilters = new ArrayList<>();
        for (CodeAnalysis.Replacement replacement : CodeAnalysis.REPLACEMENTS) {
            String name = CodeAnalysis.NAME + "_" + charFilters.size();
            context.charFilter(name)
                    .type("pattern_replace")
                    .param("pattern", replacement.pattern())
                    .param("replacement", replacement.replacement());
            charFilters.add(name);
        }
        context.analyzer(CodeAnalysis.NAME)
                .custom()
                .tokenizer(CodeAnalysis.TOKENIZER)
                .charFilters(charFilters.toArray(String[]::new))
                .tokenFilters(CodeAnalysis.WORD_FILTERS.stream()
                        .map(CodeAnalysis.WordFilter::onCluster)
                        .toArray(String[]::new));
    }
}
