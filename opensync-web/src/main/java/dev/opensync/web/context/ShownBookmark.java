package dev.opensync.web.context;

import dev.opensync.library.BookmarkedMessage;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A marked message as the page lists it.
 *
 * @param used when its owner went back to it, or marked it
 */
public record ShownBookmark(long id, String name, @Nullable String session, String path, When used) {

    static ShownBookmark of(BookmarkedMessage bookmark, Instant now) {
        return new ShownBookmark(
                bookmark.id(),
                bookmark.name(),
                bookmark.sessionTitle(),
                bookmark.path(),
                When.of(Objects.requireNonNullElse(bookmark.lastUsedAt(), bookmark.createdAt()), now));
    }
}
