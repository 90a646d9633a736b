package dev.opensync.search;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The index of this node while it is open. */
@ApplicationScoped
public class OpenIndex {

    private volatile @Nullable SearchIndex index;
    private volatile @Nullable IndexFeed feed;

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
    IndexFeed feed() {
        return feed;
    }

    /** False while older sessions are still being read in. */
    boolean isComplete() {
        IndexFeed current = feed;
        return current != null && current.isComplete();
    }

    void opened(SearchIndex opened, IndexFeed itsFeed) {
        index = opened;
        feed = itsFeed;
    }

    void close() {
        SearchIndex current = index;
        index = null;
        feed = null;
        if (current != null) {
            current.close();
        }
    }
}
