package dev.opensync.context;

import dev.opensync.search.SearchQuery;
import dev.opensync.search.SearchType;

/**
 * What somebody wants to be reminded of, and how much of it.
 *
 * @param words the query as it was asked
 * @param query the same, understood, with further conditions
 * @param sessions at most so many
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
        int messages,
        boolean aroundHit,
        boolean withoutEmpty,
        int maxTokens,
        ContextFormat format,
        String baseUrl) {}
