package dev.opensync.api.session;

import dev.opensync.api.http.PageLimit;
import dev.opensync.session.MessageCursor;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.shared.Cursor;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which messages of a session are asked for; without {@code limit} and {@code cursor} all of them. */
public class MessagePageParameters {

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    boolean isForAll() {
        return limit == null && cursor == null;
    }

    int limit() {
        return PageLimit.parse(limit);
    }

    /** Null = from the start. */
    @Nullable
    MessageCursor after() {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        Cursor place = Cursor.parse(cursor);
        return new MessageCursor(place.value(), (int) Math.min(place.id(), Integer.MAX_VALUE));
    }

    static Cursor cursor(List<TranscriptMessage> shown) {
        MessageCursor last = MessageCursor.of(shown.get(shown.size() - 1));
        return new Cursor(last.createdMillis(), last.sequence());
    }
}
