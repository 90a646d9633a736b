package dev.opensync.api.library;

import dev.opensync.library.BookmarkedMessage;
import dev.opensync.shared.Cursor;
import dev.opensync.shared.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A marked message on the wire.
 *
 * @param link of the console, at the message
 */
public record BookmarkResponse(
        String id,
        String name,
        String messageId,
        String sessionId,
        String externalId,
        @Nullable String sessionTitle,
        long createdAt,
        @Nullable Long lastUsedAt,
        String link) {

    static BookmarkResponse of(BookmarkedMessage bookmark, String baseUrl) {
        Instant lastUsedAt = bookmark.lastUsedAt();
        return new BookmarkResponse(
                Long.toString(bookmark.id()),
                bookmark.name(),
                bookmark.messageId(),
                bookmark.sessionId(),
                bookmark.externalId(),
                bookmark.sessionTitle(),
                bookmark.createdAt().toEpochMilli(),
                lastUsedAt == null ? null : lastUsedAt.toEpochMilli(),
                baseUrl + bookmark.path());
    }

    /** Newest first; {@code nextCursor} is absent on the last page. */
    public record Some(
            List<BookmarkResponse> bookmarks, @Nullable String nextCursor) {

        static Some of(Page<BookmarkedMessage> page, String baseUrl) {
            Cursor next = page.next();
            return new Some(
                    page.items().stream()
                            .map(bookmark -> BookmarkResponse.of(bookmark, baseUrl))
                            .toList(),
                    next == null ? null : next.toString());
        }
    }
}
