package dev.opensync.library;

import dev.opensync.context.ContextFormat;
import dev.opensync.context.ContextRequest;
import dev.opensync.search.SearchQueryParser;
import dev.opensync.search.SearchType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a pack of context is made of.
 *
 * @param name never blank
 * @param words what it is about
 * @param limit how many sessions at most
 * @param only of those that are found, only these by their public ids; null for all
 * @param messages how many of each session at most
 * @param maxTokens of the whole pack, where its reader asks for no fewer
 */
public record PackTerms(
        String name,
        String words,
        SearchType type,
        int limit,
        @Nullable Set<String> only,
        int messages,
        int maxTokens) {

    /** Fails with {@code INVALID}; a blank name becomes the beginning of the words. */
    public PackTerms {
        words = SavedSearchTerms.asked(words);
        name = KeptName.of(name, words);
        SavedSearchTerms.require("limit", limit, ContextRequest.MOST_SESSIONS);
        SavedSearchTerms.require("messages", messages, ContextRequest.MOST_MESSAGES);
        SavedSearchTerms.require("maxTokens", maxTokens, ContextRequest.MOST_TOKENS);
        only = only == null ? null : Set.copyOf(only);
    }

    ContextRequest request(ContextFormat format, String baseUrl) {
        return new ContextRequest(
                words,
                SearchQueryParser.parse(words),
                type,
                limit,
                only,
                messages,
                true,
                true,
                maxTokens,
                format,
                baseUrl);
    }
}
