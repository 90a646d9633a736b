package dev.opensync.search;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The index that this node searches, while it is open. */
@ApplicationScoped
public class OpenIndex {

    /** Changes are usually found within two seconds. */
    private static final long BEHIND_MS = 10_000;

    private volatile @Nullable SearchIndex index;
    private volatile @Nullable IndexFeed feed;
    private volatile @Nullable SearchIndexState state;

    /** Fails with {@code UNAVAILABLE} while it is not open. */
    SearchIndex index() {
        SearchIndex current = index;
        if (current == null) {
            throw OpenSyncException.of(ErrorCode.UNAVAILABLE, "The search is not running here, or is just starting");
        }
        return current;
    }

    /** Null while it is not open. */
    @Nullable
    SearchIndex current() {
        return index;
    }

    /** Null while it is not open or another node feeds it. */
    @Nullable
    IndexFeed feed() {
        return feed;
    }

    /** Of a few seconds ago; null while it is not open. */
    @Nullable
    SearchIndexState state() {
        return state;
    }

    IndexCondition condition() {
        SearchIndexState known = state;
        IndexFeed own = feed;
        if (known == null || !(own == null ? known.rebuildAfter() == null : own.isComplete())) {
            return IndexCondition.REBUILDING;
        }
        return known.behindMs() > BEHIND_MS ? IndexCondition.BEHIND : IndexCondition.COMPLETE;
    }

    void opened(SearchIndex opened, SearchIndexState itsState) {
        state = itsState;
        index = opened;
    }

    void knows(SearchIndexState latest) {
        state = latest;
    }

    /** Null: it is another node's turn. */
    void feedBy(@Nullable IndexFeed itsFeed) {
        feed = itsFeed;
    }

    void close() {
        SearchIndex current = index;
        index = null;
        feed = null;
        state = null;
        if (current != null) {
            current.close();
        }
    }
}
