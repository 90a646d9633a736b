package dev.opensync.library;

import dev.opensync.session.SessionService;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.shared.Cursor;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.shared.Page;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the messages that people want to find again. */
@Stateless
public class BookmarkService {

    /** Nobody marks more messages of the few sessions that one page shows. */
    private static final int MOST_SHOWN = 1_000;

    @Inject
    BookmarkRepository bookmarks;

    @EJB
    SessionService sessions;

    @Inject
    InstantSource clock;

    /** Newest first; {@code after} null = from the start. */
    public Page<BookmarkedMessage> list(long accountId, @Nullable Cursor after, int limit) {
        List<BookmarkedMessage> found = bookmarks.newestFirst(accountId, after, limit + 1);
        List<BookmarkedMessage> shown = found.subList(0, Math.min(limit, found.size()));
        BookmarkedMessage last = found.size() > limit ? shown.get(shown.size() - 1) : null;
        return new Page<>(
                shown, last == null ? null : new Cursor(last.createdAt().toEpochMilli(), last.id()));
    }

    /** Public ids of the marked messages of these sessions, by their public ids. */
    public Set<String> marked(long accountId, Collection<String> sessionIds) {
        return sessionIds.isEmpty()
                ? Set.of()
                : bookmarks.ofSessions(accountId, sessionIds, MOST_SHOWN).stream()
                        .map(BookmarkedMessage::messageId)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * {@code messageId}: the public id. A message is marked once: again only gives it the name, if there is one. A blank name
     * becomes the beginning of the message. Fails with {@code NOT_FOUND}, also for a message of somebody else.
     */
    public BookmarkedMessage add(long accountId, String messageId, String name) {
        MessageId place = MessageId.parse(messageId);
        TranscriptMessage message = sessions.message(accountId, place.sessionId(), place.sequence());
        Bookmark bookmark = bookmarks
                .find(accountId, place)
                .map(marked -> renamed(marked, name))
                .orElseGet(() -> added(accountId, place, KeptName.of(name, named(message))));
        return shown(accountId, bookmark.id());
    }

    /** Fails with {@code NOT_FOUND}, also for one of somebody else, and with {@code INVALID} for a blank name. */
    public BookmarkedMessage rename(long accountId, long id, String name) {
        get(accountId, id).rename(KeptName.of(name, ""));
        return shown(accountId, id);
    }

    /** Notes that its owner went back to it. Fails with {@code NOT_FOUND}, also for one of somebody else. */
    public BookmarkedMessage use(long accountId, long id) {
        get(accountId, id).use(clock.instant());
        return shown(accountId, id);
    }

    /** Fails with {@code NOT_FOUND}, also for one of somebody else. */
    public void remove(long accountId, long id) {
        bookmarks.remove(get(accountId, id));
    }

    /** By the public id of the message; nothing happens if it is not marked. */
    public void removeFrom(long accountId, String messageId) {
        bookmarks.find(accountId, MessageId.parse(messageId)).ifPresent(bookmarks::remove);
    }

    private static Bookmark renamed(Bookmark bookmark, String name) {
        if (!name.isBlank()) {
            bookmark.rename(KeptName.of(name, ""));
        }
        return bookmark;
    }

    private Bookmark added(long accountId, MessageId place, String name) {
        long sessionId = bookmarks
                .rowId(accountId, place.sessionId())
                .orElseThrow(() -> OpenSyncException.notFound("Session not found"));
        Bookmark bookmark = new Bookmark(accountId, sessionId, place.sequence(), name, clock.instant());
        bookmarks.add(bookmark);
        return bookmark;
    }

    /** Calls of tools say nothing in words. */
    private static String named(TranscriptMessage message) {
        String text = message.readableText();
        return text.isBlank() ? message.role().wireName() + " " + message.sequence() : text;
    }

    private Bookmark get(long accountId, long id) {
        return bookmarks.find(accountId, id).orElseThrow(BookmarkService::notFound);
    }

    private BookmarkedMessage shown(long accountId, long id) {
        return bookmarks.findShown(accountId, id).orElseThrow(BookmarkService::notFound);
    }

    private static OpenSyncException notFound() {
        return OpenSyncException.notFound("Bookmark not found");
    }
}
