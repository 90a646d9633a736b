package dev.opensync.library;

import dev.opensync.context.ContextRequest;
import dev.opensync.search.SearchType;
import dev.opensync.shared.OpenSyncException;

/**
 * A search of the context page that somebody wants to run again.
 *
 * @param name never blank
 * @param words what it is about
 * @param limit how many sessions at most
 * @param maxTokens of what is put together
 */
public record SavedSearchTerms(String name, String words, SearchType type, int limit, int maxTokens) {

    /** Fails with {@code INVALID}; a blank name becomes the beginning of the words. */
    public SavedSearchTerms {
        words = asked(words);
        name = KeptName.of(name, words);
        require("limit", limit, ContextRequest.MOST_SESSIONS);
        require("tokenBudget", maxTokens, ContextRequest.MOST_TOKENS);
    }

    static String asked(String words) {
        if (words.isBlank() || words.length() > ContextRequest.MOST_WORDS_CHARS) {
            throw OpenSyncException.invalid("query must have 1 to " + ContextRequest.MOST_WORDS_CHARS + " characters");
        }
        return words.strip();
    }

    static void require(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw OpenSyncException.invalid(name + " must be a whole number from 1 to " + most);
        }
    }
}
