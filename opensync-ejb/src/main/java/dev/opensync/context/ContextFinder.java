package dev.opensync.context;

import dev.opensync.search.SearchPage;
import dev.opensync.search.SearchService;
import dev.opensync.session.SessionService;
import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds what an account's earlier sessions say about a matter, and writes it down within a budget of tokens. */
@ApplicationScoped
public class ContextFinder {

    @EJB
    SearchService search;

    @EJB
    SessionService sessions;

    /** Fails with {@code UNAVAILABLE} while the index is not open. */
    public FoundContext find(long accountId, ContextRequest request) {
        SearchPage page = search.find(accountId, request.query(), request.type(), null, request.sessions());
        CandidateReader reader = new CandidateReader(sessions, accountId, request);
        List<Candidates> found = page.results().stream()
                .filter(result -> request.isFor(result.session().id()))
                .flatMap(result -> unlessDeleted(() -> reader.read(result)).stream())
                .toList();
        ContextLayout layout = request.format().layout(request.baseUrl());
        return new FoundContext(written(found, layout, request.words(), request.maxTokens(), request.baseUrl()), page);
    }

    /** What is kept, as it is now; without what was deleted. */
    public Context read(long accountId, KeptContext kept, int maxTokens, ContextFormat format, String baseUrl) {
        KeptReader reader = new KeptReader(sessions, accountId, maxTokens);
        List<Candidates> found = kept.stretches().stream()
                .flatMap(stretch -> unlessDeleted(() -> reader.read(stretch)).stream())
                .toList();
        return written(found, format.layout(baseUrl), kept.words(), maxTokens, baseUrl);
    }

    private static Context written(
            List<Candidates> found, ContextLayout layout, String words, int maxTokens, String baseUrl) {
        ContextBudget budget = new ContextBudget(layout, words, maxTokens);
        WrittenContext written = budget.write(found);
        return new Context(
                written.text(),
                written.excerpts(),
                written.excerpts().stream()
                        .map(excerpt -> Citation.of(excerpt, baseUrl, budget.tokens(excerpt)))
                        .toList(),
                written.tokens(),
                written.truncated());
    }

    private static Optional<Candidates> unlessDeleted(Supplier<Candidates> reading) {
        try {
            return Optional.of(reading.get());
        } catch (OpenSyncException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
