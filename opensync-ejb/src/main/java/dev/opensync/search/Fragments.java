package dev.opensync.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in a document something was found.
 *
 * @param snippet of the place that tells most; null if it was found by something that is not shown, such as its project
 */
record Fragments(List<String> matchedIn, @Nullable Snippet snippet) {

    static final Fragments NONE = new Fragments(List.of(), null);
}
