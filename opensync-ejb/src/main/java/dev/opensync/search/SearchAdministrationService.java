package dev.opensync.search;

import dev.opensync.account.AccountService;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What administrators see of the search indexes, and how they have them built anew. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SearchAdministrationService {

    @EJB
    AccountService accounts;

    @Inject
    SearchConfig config;

    @Inject
    SearchStateRepository states;

    @Inject
    OpenIndex openIndex;

    /** Fails with {@code NOT_FOUND} for anybody else than an administrator. */
    public SearchState state(long administratorId) {
        accounts.requireAdministrator(administratorId);
        SearchIndexState here = openIndex.state();
        Long documents = documents();
        try {
            return new SearchState(
                    config.backend(), documents != null, documents, states.all(here == null ? 0 : here.id()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Has every index built anew within seconds; it is searched meanwhile, with what it has. Fails with {@code NOT_FOUND} for
     * anybody else than an administrator.
     */
    public void rebuild(long administratorId) {
        accounts.requireAdministrator(administratorId);
        try {
            states.orderRebuild();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Long documents() {
        SearchIndex index = openIndex.current();
        try {
            return index == null ? null : index.documents();
        } catch (OpenSyncException away) {
            return null;
        }
    }
}
