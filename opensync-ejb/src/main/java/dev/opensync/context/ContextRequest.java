package dev.opensync.context;

import dev.opensync.search.SearchQuery;
import dev.opensync.search.SearchType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be reminded of, and how much of it.
 *
 * @param words the query as it was asked
 * @param query the same, understood, with further conditions
 * @param sessions at most so many
 * @param only of those that are found, only these by their public ids; null for all
 * @param messages at most so many of each session
 * @param aroundHit the messages around the one that answers best instead of the last ones
 * @param withoutEmpty leaves out messages that say nothing, such as calls of tools
 * @param maxTokens of the whole context
 * @param baseUrl of the console, for links; no slash at the end
 */
public record ContextRequest(
        String words,
        SearchQuery query,
        SearchType type,
        int sessions,
        @Nullable Set<String> only,
        int messages,
        boolean aroundHit,
        boolean withoutEmpty,
        int maxTokens,
        ContextFormat format,
        String baseUrl) {

    /** How many sessions there are where nothing else is asked for. */
    public static final int SESSIONS = 5;

    public static final int MOST_SESSIONS = 20;

    /** How many messages of each session there are where nothing else is asked for. */
    public static final int MESSAGES = 10;

    public static final int MOST_MESSAGES = 50;

    /** No model takes in much more, and the context is put together in memory. */
    public static final int MOST_TOKENS = 200_000;

    public static final int MOST_WORDS_CHARS = 10_000;

    public ContextRequest {
        only = only == null ? null : Set.copyOf(only);
    }

    /** Whether it is for a session that was found. */
    boolean isFor(String sessionId) {
        return only == null || only.contains(sessionId);
    }
}
