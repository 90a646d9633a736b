package dev.opensync.library;

import dev.opensync.context.Context;
import dev.opensync.context.ContextFinder;
import dev.opensync.context.ContextFormat;
import dev.opensync.context.ContextMessage;
import dev.opensync.context.Excerpt;
import dev.opensync.context.FoundContext;
import dev.opensync.context.KeptContext;
import dev.opensync.context.KeptStretch;
import dev.opensync.search.SearchResult;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Context that agents get again and again by one address: it stays the same until its owner has the search run again, and its
 * messages are read as they are when somebody asks.
 */
@ApplicationScoped
public class ContextPacks {

    /** Links are of no account where only the stretches are wanted. */
    private static final String NO_LINKS = "";

    @Inject
    ContextFinder contexts;

    @EJB
    ContextPackService packs;

    /** By name. */
    public List<PackSummary> list(long accountId) {
        return packs.list(accountId);
    }

    /** Fails with {@code CONFLICT} if there are too many, and with {@code UNAVAILABLE} while the search does not answer. */
    public PackSummary make(long accountId, PackTerms terms) {
        return packs.add(accountId, terms, found(accountId, terms));
    }

    /**
     * Runs the search again. A selection keeps its sessions: of those that are found it takes what answers best now, the others
     * stay as they were. Fails with {@code NOT_FOUND}, and with {@code UNAVAILABLE} while the search does not answer.
     */
    public PackSummary refresh(long accountId, String slug) {
        PackContent content = packs.content(accountId, slug);
        List<KeptStretch> found = new ArrayList<>(found(accountId, content.terms()));
        if (content.summary().selection()) {
            Set<String> sessions = found.stream().map(KeptStretch::sessionId).collect(Collectors.toSet());
            content.stretches().stream()
                    .filter(stretch -> !sessions.contains(stretch.sessionId()))
                    .forEach(found::add);
        }
        return packs.replace(accountId, slug, found);
    }

    /** {@code maxTokens} null = those of the pack. Fails with {@code NOT_FOUND}, also for a pack of somebody else. */
    public Context read(
            long accountId, String slug, @Nullable Integer maxTokens, ContextFormat format, String baseUrl) {
        PackContent content = packs.use(accountId, slug);
        return contexts.read(
                accountId,
                new KeptContext(content.terms().words(), content.stretches()),
                Objects.requireNonNullElse(maxTokens, content.summary().maxTokens()),
                format,
                baseUrl);
    }

    public PackSummary rename(long accountId, String slug, String name) {
        return packs.rename(accountId, slug, name);
    }

    public void remove(long accountId, String slug) {
        packs.remove(accountId, slug);
    }

    private List<KeptStretch> found(long accountId, PackTerms terms) {
        FoundContext found = contexts.find(accountId, terms.request(ContextFormat.TEXT, NO_LINKS));
        Map<String, SearchResult> resultBySession = found.found().results().stream()
                .collect(Collectors.toMap(result -> result.session().id(), Function.identity()));
        return found.context().excerpts().stream()
                .filter(excerpt -> !excerpt.messages().isEmpty())
                .map(excerpt -> stretch(
                        excerpt,
                        Objects.requireNonNull(
                                resultBySession.get(excerpt.session().id()))))
                .toList();
    }

    private static KeptStretch stretch(Excerpt excerpt, SearchResult result) {
        List<ContextMessage> messages = excerpt.messages();
        ContextMessage last = messages.get(messages.size() - 1);
        int best = messages.stream()
                .filter(message -> message.id().equals(result.messageId()))
                .findFirst()
                .orElse(last)
                .place()
                .sequence();
        return new KeptStretch(
                excerpt.session().id(),
                messages.get(0).place().sequence(),
                last.place().sequence(),
                best);
    }
}
