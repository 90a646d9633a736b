package dev.opensync.context;

import dev.opensync.search.SearchPage;

/**
 * The answer to a request.
 *
 * @param found what there was to take from, also what found no room or was not asked for
 */
public record FoundContext(Context context, SearchPage found) {}
