package dev.opensync.web.context;

import dev.opensync.library.BookmarkService;
import dev.opensync.library.ContextPacks;
import dev.opensync.library.PackTerms;
import dev.opensync.library.SavedSearchService;
import dev.opensync.library.SavedSearchTerms;
import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.security.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the reader keeps: saved searches, packs of context and bookmarks, and what is done with them. */
@Named
@RequestScoped
public class LibraryView {

    /** Who marks more finds the older ones by the API. */
    private static final int BOOKMARKS = 100;

    @Inject
    SavedSearchService searches;

    @Inject
    ContextPacks packs;

    @Inject
    BookmarkService bookmarks;

    @Inject
    SignedInAccount signedIn;

    @Inject
    Visit visit;

    @Inject
    InstantSource clock;

    private @Nullable List<ShownSearch> shownSearches;
    private @Nullable List<ShownPack> shownPacks;
    private @Nullable List<ShownBookmark> shownBookmarks;
    private @Nullable String failure;

    /** What is asked for now, under a name. */
    public void saveSearch() {
        attempt(() -> searches.add(signedIn.getId(), terms(parameter("name"))));
    }

    /** The saved search that is open becomes what is asked for now. */
    public void changeSearch() {
        attempt(() -> searches.edit(signedIn.getId(), row(), terms -> terms(parameter("name"))));
    }

    public void renameSearch() {
        attempt(() -> searches.edit(
                signedIn.getId(),
                row(),
                terms -> new SavedSearchTerms(
                        parameter("name"), terms.words(), terms.type(), terms.limit(), terms.maxTokens())));
    }

    public void useSearch() {
        attempt(() -> searches.use(signedIn.getId(), row()));
    }

    public void removeSearch() {
        attempt(() -> searches.remove(signedIn.getId(), row()));
    }

    /** Of the sessions that are taken now. */
    public void makePack() {
        ContextChoice choice = choice();
        attempt(() -> packs.make(
                signedIn.getId(),
                new PackTerms(
                        parameter("name"),
                        choice.words(),
                        choice.type(),
                        choice.limit(),
                        choice.only(),
                        choice.messages(),
                        choice.maxTokens())));
    }

    public void refreshPack() {
        attempt(() -> packs.refresh(signedIn.getId(), parameter("item")));
    }

    public void renamePack() {
        attempt(() -> packs.rename(signedIn.getId(), parameter("item"), parameter("name")));
    }

    public void removePack() {
        attempt(() -> packs.remove(signedIn.getId(), parameter("item")));
    }

    public void renameBookmark() {
        attempt(() -> bookmarks.rename(signedIn.getId(), row(), parameter("name")));
    }

    public void useBookmark() {
        attempt(() -> bookmarks.use(signedIn.getId(), row()));
    }

    public void removeBookmark() {
        attempt(() -> bookmarks.remove(signedIn.getId(), row()));
    }

    /** What the reader can mend is told in the list; what somebody else deleted meanwhile is not there any more. */
    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (OpenSyncException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                failure = e.getMessage();
            }
        }
        // Faces has asked for the lists before the action.
        shownSearches = null;
        shownPacks = null;
        shownBookmarks = null;
    }

    private static SavedSearchTerms terms(String name) {
        ContextChoice choice = choice();
        return new SavedSearchTerms(name, choice.words(), choice.type(), choice.limit(), choice.maxTokens());
    }

    private static ContextChoice choice() {
        return ContextChoice.of(parameters());
    }

    private static long row() {
        String text = parameter("item");
        if (!text.matches("\\d{1,18}")) {
            throw OpenSyncException.notFound("There is nothing with this id");
        }
        return Long.parseLong(text);
    }

    private static String parameter(String name) {
        return parameters().getOrDefault(name, "");
    }

    private static Map<String, String> parameters() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    }

    /** What was used or saved last comes first. */
    public List<ShownSearch> getSearches() {
        if (shownSearches == null) {
            Instant now = clock.instant();
            String open = parameter("saved");
            shownSearches = searches.list(signedIn.getId()).stream()
                    .map(search -> ShownSearch.of(search, open, now))
                    .toList();
        }
        return shownSearches;
    }

    /** By name. */
    public List<ShownPack> getPacks() {
        if (shownPacks == null) {
            Instant now = clock.instant();
            String baseUrl = visit.baseUrl();
            shownPacks = packs.list(signedIn.getId()).stream()
                    .map(pack -> ShownPack.of(pack, baseUrl, now))
                    .toList();
        }
        return shownPacks;
    }

    /** The newest ones. */
    public List<ShownBookmark> getBookmarks() {
        if (shownBookmarks == null) {
            Instant now = clock.instant();
            shownBookmarks = bookmarks.list(signedIn.getId(), null, BOOKMARKS).items().stream()
                    .map(bookmark -> ShownBookmark.of(bookmark, now))
                    .toList();
        }
        return shownBookmarks;
    }

    /** Why nothing was done, in words; null if it was. */
    public @Nullable String getFailure() {
        return failure;
    }
}
