package dev.opensync.web.search;

import dev.opensync.search.SearchAdministrationService;
import dev.opensync.search.SearchState;
import dev.opensync.web.security.SignedInAccount;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the search indexes are doing, and having them built anew; for administrators. */
@Named
@ViewScoped
public class SearchIndexView implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    SearchAdministrationService administration;

    @Inject
    SignedInAccount signedIn;

    private transient @Nullable SearchState state;

    /** Fails with {@code NOT_FOUND} for members. */
    @PostConstruct
    public void load() {
        state = administration.state(signedIn.getId());
    }

    public void rebuild() {
        administration.rebuild(signedIn.getId());
        load();
    }

    public SearchState getState() {
        if (state == null) {
            load();
        }
        return Objects.requireNonNull(state);
    }
}
