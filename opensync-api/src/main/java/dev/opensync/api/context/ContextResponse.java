package dev.opensync.api.context;

import dev.opensync.context.Citation;
import dev.opensync.context.Context;
import dev.opensync.context.ContextFormat;
import dev.opensync.context.ContextMessage;
import dev.opensync.context.Excerpt;
import dev.opensync.session.SessionSummary;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A context on the wire: {@code text} or {@code messages}.
 *
 * @param tokens of the text, or of roles and contents
 * @param truncated whether more was asked for than there was room
 */
public record ContextResponse(
        @Nullable String text,
        @Nullable List<Message> messages,
        int sessionCount,
        int tokens,
        boolean truncated,
        List<Cited> citations) {

    public static ContextResponse of(Context context, ContextFormat format) {
        boolean isText = format != ContextFormat.MESSAGES;
        return new ContextResponse(
                isText ? context.text() : null,
                isText ? null : context.excerpts().stream().flatMap(Message::of).toList(),
                context.excerpts().size(),
                context.tokens(),
                context.truncated(),
                context.citations().stream().map(Cited::of).toList());
    }

    /** One thing that was said. */
    public record Message(String role, String content, Metadata metadata) {

        static Stream<Message> of(Excerpt excerpt) {
            SessionSummary session = excerpt.session();
            Metadata metadata = new Metadata(session.id(), session.title());
            return excerpt.messages().stream().map(message -> of(message, metadata));
        }

        private static Message of(ContextMessage message, Metadata metadata) {
            return new Message(message.role().wireName(), message.text(), metadata);
        }
    }

    /** Where it was said. */
    public record Metadata(String sessionId, @Nullable String sessionTitle) {}

    /** The session a piece comes from, and which of its messages; {@code messageRange} is absent if it has none. */
    public record Cited(
            String sessionId,
            String externalId,
            @Nullable String title,
            @Nullable MessageRange messageRange,
            String link) {

        static Cited of(Citation citation) {
            SessionSummary session = citation.session();
            String first = citation.firstMessageId();
            String last = citation.lastMessageId();
            return new Cited(
                    session.id(),
                    session.externalId(),
                    session.title(),
                    first == null || last == null ? null : new MessageRange(first, last),
                    citation.link());
        }
    }

    /** Ids of the first and the last message of a stretch. */
    public record MessageRange(String first, String last) {}
}
