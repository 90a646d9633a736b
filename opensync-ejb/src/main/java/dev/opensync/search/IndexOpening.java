package dev.opensync.search;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.function.BiFunction;

/** Opens the index when that is allowed, lets the right node feed it, and gives up what is damaged. */
final class IndexOpening {

    private static final Logger LOG = System.getLogger(IndexOpening.class.getName());

    private final IndexHome home;
    private final IndexLease lease;
    private final OpenIndex openIndex;
    private final SearchIndexRepository repository;
    private final BiFunction<SearchIndex, SearchIndexState, IndexFeed> feeds;

    IndexOpening(
            IndexHome home,
            IndexLease lease,
            OpenIndex openIndex,
            SearchIndexRepository repository,
            BiFunction<SearchIndex, SearchIndexState, IndexFeed> feeds) {
        this.home = home;
        this.lease = lease;
        this.openIndex = openIndex;
        this.repository = repository;
        this.feeds = feeds;
    }

    /** To be called again and again: does something every few seconds only. */
    void tend() throws SQLException, IOException {
        SearchIndex current = openIndex.current();
        if (current != null && current.isDamaged()) {
            discard();
        }
        if (lease.isDue()) {
            look(lease.take());
        }
    }

    /** After anything that went wrong with the index. */
    void failed(Throwable failure) throws IOException {
        lease.lookAgain();
        if (IndexDamage.isIn(failure)) {
            discard();
        }
    }

    private void look(SearchIndexState state) throws SQLException {
        closeIfReplaced(state);
        if (!state.owned() && !home.isShared()) {
            LOG.log(Level.DEBUG, () -> "Another node has the search index, or had it when it died: " + home);
            openIndex.close();
            return;
        }
        SearchIndex index = openIndex.current();
        if (index == null) {
            index = home.open();
            openIndex.opened(index, state);
            LOG.log(Level.INFO, () -> "The search index is open: " + home);
        }
        openIndex.knows(state);
        feed(index, state);
    }

    private void closeIfReplaced(SearchIndexState state) {
        SearchIndexState known = openIndex.state();
        if (known != null && known.id() != state.id()) {
            LOG.log(Level.WARNING, "The database or the search index has been replaced, the index will be built anew");
            openIndex.close();
        }
    }

    private void feed(SearchIndex index, SearchIndexState state) throws SQLException {
        if (!state.owned()) {
            openIndex.feedBy(null);
        } else if (openIndex.feed() == null || state.ordered()) {
            openIndex.feedBy(feeds.apply(index, prepared(index, state)));
        }
    }

    /** Empties what is to be built from the beginning: it may come from another format or another database. */
    private SearchIndexState prepared(SearchIndex index, SearchIndexState state) throws SQLException {
        if (state.format() != MessageDocument.FORMAT || state.isUnbuilt()) {
            index.removeAll();
            return repository.startRebuild(state, SearchIndexState.FROM_NOTHING);
        }
        if (state.ordered()) {
            LOG.log(Level.INFO, () -> "The search index is built anew, as ordered: " + home);
            return repository.startRebuild(state, SearchIndexState.REPLACING);
        }
        return state;
    }

    private void discard() throws IOException {
        LOG.log(Level.ERROR, () -> "The search index is damaged and will be built anew: " + home);
        openIndex.close();
        home.discard();
        lease.lookAgain();
    }
}
