package dev.opensync.search;

import org.hibernate.search.engine.backend.work.execution.DocumentCommitStrategy;
import org.hibernate.search.engine.backend.work.execution.DocumentRefreshStrategy;
import org.hibernate.search.mapper.pojo.work.IndexingPlanSynchronizationStrategy;
import org.hibernate.search.mapper.pojo.work.SearchIndexingPlanExecutionReport;
import org.hibernate.search.util.common.SearchException;

/** When what is written to an index is on disk and found. */
final class IndexWrites {

    /** On return. */
    static final IndexingPlanSynchronizationStrategy AT_ONCE = IndexingPlanSynchronizationStrategy.sync();

    /** With the next {@link SearchIndex#commit}. Many small commits cost ten times the work of one large one. */
    static final IndexingPlanSynchronizationStrategy WITH_THE_NEXT_COMMIT = context -> {
        context.documentCommitStrategy(DocumentCommitStrategy.NONE);
        context.documentRefreshStrategy(DocumentRefreshStrategy.NONE);
        context.indexingFutureHandler(future -> failIfFailed(future.join()));
    };

    private IndexWrites() {}

    private static void failIfFailed(SearchIndexingPlanExecutionReport report) {
        report.throwable().ifPresent(failure -> {
            throw new SearchException("Not everything could be written to the index", failure);
        });
    }
}
