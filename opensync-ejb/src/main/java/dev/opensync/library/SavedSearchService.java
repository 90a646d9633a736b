package dev.opensync.library;

import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Keeps the searches of the context page that people run again. */
@Stateless
public class SavedSearchService {

    /** They are listed all at once. */
    private static final int MOST = 200;

    @Inject
    SavedSearchRepository searches;

    @Inject
    InstantSource clock;

    /** What was used or made last comes first. */
    public List<SavedSearchSummary> list(long accountId) {
        return searches.latestFirst(accountId).stream()
                .map(SavedSearch::toSummary)
                .toList();
    }

    /** Empty also for one of somebody else. */
    public Optional<SavedSearchSummary> find(long accountId, long id) {
        return searches.find(accountId, id).map(SavedSearch::toSummary);
    }

    /** Fails with {@code CONFLICT} if there are too many. */
    public SavedSearchSummary add(long accountId, SavedSearchTerms terms) {
        if (searches.count(accountId) >= MOST) {
            throw OpenSyncException.of(
                    ErrorCode.CONFLICT, "There are " + MOST + " saved searches already; delete one that is not needed");
        }
        SavedSearch search = new SavedSearch(accountId, terms, clock.instant());
        searches.add(search);
        return search.toSummary();
    }

    /** {@code edit} gives the new terms for the old. Fails with {@code NOT_FOUND}, also for one of somebody else. */
    public SavedSearchSummary edit(long accountId, long id, UnaryOperator<SavedSearchTerms> edit) {
        SavedSearch search = get(accountId, id);
        search.change(edit.apply(search.terms()));
        return search.toSummary();
    }

    /** Notes that it is run again. Fails with {@code NOT_FOUND}, also for one of somebody else. */
    public SavedSearchSummary use(long accountId, long id) {
        SavedSearch search = get(accountId, id);
        search.use(clock.instant());
        return search.toSummary();
    }

    /** Fails with {@code NOT_FOUND}, also for one of somebody else. */
    public void remove(long accountId, long id) {
        searches.remove(get(accountId, id));
    }

    private SavedSearch get(long accountId, long id) {
        return searches.find(accountId, id).orElseThrow(() -> OpenSyncException.notFound("Saved search not found"));
    }
}
