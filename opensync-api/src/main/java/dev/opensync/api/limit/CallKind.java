package dev.opensync.api.limit;

import java.util.Set;

/** What a call costs the server, for its limit. */
enum CallKind {
    SYNC,
    READ,
    SEARCH;

    private static final Set<String> FUNCTIONS = Set.of("/api/mutation", "/api/query");
    private static final Set<String> SEARCHES = Set.of("/api/search", "/api/context");

    /** {@code path} in its usual form, as {@code ApiPath} gives it. */
    static CallKind of(String path) {
        if (!path.startsWith("/api") || FUNCTIONS.contains(path)) {
            return SYNC;
        }
        return SEARCHES.contains(path) ? SEARCH : READ;
    }
}
