package dev.opensync.context;

import dev.opensync.search.SearchPage;
import dev.opensync.search.SearchResult;
import dev.opensync.search.SearchService;
import dev.opensync.session.SessionService;
import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Finds what an account's earlier sessions say about a matter, and writes it down within a budget of tokens. */
@ApplicationScoped
public class ContextFinder {

    @Inject
    SearchService search;

    @Inject
    SessionService sessions;

    /** Fails with {@code UNAVAILABLE} while the index is not open. */
    public Context find(long accountId, ContextRequest request) {
        SearchPage page = search.find(accountId, request.query(), request.type(), null, request.sessions());
        CandidateReader reader = new CandidateReader(sessions, accountId, request);
        List<Candidates> found = new ArrayList<>();
        for (SearchResult result : page.results()) {
            try {
                found.add(reader.read(result));
            } catch (OpenSyncException e) {
                if (e.code() != ErrorCode.NOT_FOUND) {
                    throw e;
                }
                // Deleted since it was found.
            }
        }
        ContextLayout layout = request.format().layout(request.baseUrl());
        WrittenContext written = new ContextBudget(layout, request.words(), request.maxTokens()).write(found);
        return new Context(
                written.text(),
                written.excerpts(),
                written.excerpts().stream()
                        .map(excerpt -> Citation.of(excerpt, request.baseUrl()))
                        .toList(),
                written.tokens(),
                written.truncated(),
                page);
    }
}
