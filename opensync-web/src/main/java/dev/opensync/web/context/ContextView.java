package dev.opensync.web.context;

import dev.opensync.context.Citation;
import dev.opensync.context.Context;
import dev.opensync.context.ContextFinder;
import dev.opensync.context.FoundContext;
import dev.opensync.library.BookmarkService;
import dev.opensync.search.SearchPage;
import dev.opensync.search.SearchResult;
import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.security.SignedInAccount;
import dev.opensync.web.security.Visit;
import dev.opensync.web.session.SearchNote;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the reader's earlier sessions say about a matter: what was found, and the text to take along. */
@Named
@RequestScoped
public class ContextView {

    @Inject
    ContextFinder contexts;

    @Inject
    BookmarkService bookmarks;

    @Inject
    SignedInAccount signedIn;

    @Inject
    Visit visit;

    @Inject
    InstantSource clock;

    private ContextChoice choice = ContextChoice.of(Map.of());
    private @Nullable Context context;
    private List<ContextCard> cards = List.of();
    private @Nullable String note;

    @PostConstruct
    void readAddress() {
        choice = ContextChoice.of(
                FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap());
    }

    /** Never fails because of the search: then the page says so. */
    public void load() {
        if (!choice.isAsked()) {
            return;
        }
        try {
            FoundContext answer = contexts.find(signedIn.getId(), choice.request(visit.baseUrl()));
            context = answer.context();
            cards = cards(answer.found(), answer.context());
            note = SearchNote.of(answer.found(), choice.type());
        } catch (OpenSyncException e) {
            if (e.code() != ErrorCode.UNAVAILABLE) {
                throw e;
            }
            note = "context_away";
        }
    }

    private List<ContextCard> cards(SearchPage found, Context taken) {
        Map<String, Citation> citationBySession = taken.citations().stream()
                .collect(Collectors.toMap(citation -> citation.session().id(), Function.identity()));
        Double best = found.results().stream()
                .map(SearchResult::score)
                .filter(Objects::nonNull)
                .max(Double::compare)
                .orElse(null);
        Set<String> marked = bookmarks.marked(
                signedIn.getId(),
                found.results().stream().map(result -> result.session().id()).toList());
        Instant now = clock.instant();
        return found.results().stream()
                .map(result -> ContextCard.of(
                        result,
                        best,
                        citationBySession.get(result.session().id()),
                        choice.isFor(result.session().id()),
                        result.messageId() != null && marked.contains(result.messageId()),
                        now))
                .toList();
    }

    public ContextChoice getChoice() {
        return choice;
    }

    /** Whether the page was asked for anything. */
    public boolean isAsked() {
        return choice.isAsked();
    }

    /** The best first. */
    public List<ContextCard> getCards() {
        return cards;
    }

    /** How many of the sessions that are found the reader wants. */
    public long getChosen() {
        return cards.stream().filter(ContextCard::chosen).count();
    }

    /** How many of those found no room. */
    public long getWithoutRoom() {
        return cards.stream()
                .filter(card -> card.chosen() && card.tokens() == null)
                .count();
    }

    /** What is copied; empty if nothing was found. */
    public String getText() {
        return context == null || cards.isEmpty() ? "" : context.text();
    }

    /** Of the text. */
    public int getTokens() {
        return context == null || cards.isEmpty() ? 0 : context.tokens();
    }

    /** The same as it is written. */
    public String getTokensText() {
        return Formats.grouped(getTokens());
    }

    public String getMaxTokensText() {
        return Formats.grouped(choice.maxTokens());
    }

    /** Thousandths of the budget that are used. */
    public long getUsed() {
        return Math.min(1000L, 1000L * getTokens() / choice.maxTokens());
    }

    /** Whether the text would be longer without the budget. */
    public boolean isTruncated() {
        return context != null && context.truncated();
    }

    /** Name of a text about the search; null if there is nothing to say. */
    public @Nullable String getNote() {
        return note;
    }

    /** The call that gives a program the same text. */
    public String getCall() {
        return "curl \"" + visit.baseUrl() + "/api/context" + choice.query().afterPath()
                + "\" -H \"Authorization: Bearer $OPENSYNC_API_KEY\"";
    }
}
