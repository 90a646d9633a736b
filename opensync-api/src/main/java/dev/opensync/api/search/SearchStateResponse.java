package dev.opensync.api.search;

import dev.opensync.search.SearchState;
import dev.opensync.search.SearchState.IndexState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link SearchState} on the wire. */
public record SearchStateResponse(
        String backend, boolean answers, @Nullable Long documents, List<Index> indexes) {

    static SearchStateResponse of(SearchState state) {
        return new SearchStateResponse(
                state.backend(),
                state.answers(),
                state.documents(),
                state.indexes().stream().map(Index::of).toList());
    }

    /** An {@link IndexState} on the wire. */
    public record Index(
            String id,
            boolean here,
            boolean fed,
            boolean rebuildOrdered,
            boolean complete,
            int percent,
            long sessions,
            long sessionsDone,
            long tasksWaiting,
            long behindMs,
            long failures) {

        static Index of(IndexState state) {
            return new Index(
                    Long.toString(state.id()),
                    state.here(),
                    state.fed(),
                    state.ordered(),
                    state.complete(),
                    state.percent(),
                    state.sessions(),
                    state.sessionsDone(),
                    state.tasksWaiting(),
                    state.behindMs(),
                    state.failures());
        }
    }
}
