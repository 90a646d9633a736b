package dev.opensync.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Queries over the messages of one session. */
@ApplicationScoped
public class MessageRepository {

    @PersistenceContext
    EntityManager entities;

    /**
     * In display order (creation, then arrival), those after the place {@code after}; null = from the start. Without what
     * arrived after the one numbered {@code last}.
     */
    List<TranscriptMessage> after(CodingSession session, int last, @Nullable MessageCursor after, int limit) {
        MessageCursor start = after == null ? new MessageCursor(Long.MIN_VALUE, 0) : after;
        List<Message> messages = entities.createQuery("""
            SELECT m FROM Message m
            WHERE m.sessionId = :session AND m.sequence <= :last
              AND m.createdMs >= :millis AND (m.createdMs > :millis OR m.sequence > :sequence)
            ORDER BY m.createdMs, m.sequence
            """, Message.class)
                .setParameter("session", session.id())
                .setParameter("last", last)
                .setParameter("millis", start.createdMillis())
                .setParameter("sequence", start.sequence())
                .setMaxResults(limit)
                .getResultList();
        return withBodies(session.id(), session.publicId(), messages);
    }

    /** In display order, the last ones before the place {@code before}. */
    List<TranscriptMessage> before(CodingSession session, MessageCursor before, int limit) {
        List<Message> messages = new ArrayList<>(entities.createQuery("""
            SELECT m FROM Message m
            WHERE m.sessionId = :session
              AND m.createdMs <= :millis AND (m.createdMs < :millis OR m.sequence < :sequence)
            ORDER BY m.createdMs DESC, m.sequence DESC
            """, Message.class)
                .setParameter("session", session.id())
                .setParameter("millis", before.createdMillis())
                .setParameter("sequence", before.sequence())
                .setMaxResults(limit)
                .getResultList());
        Collections.reverse(messages);
        return withBodies(session.id(), session.publicId(), messages);
    }

    /** Those that arrived after {@code sequence}, in order of arrival. */
    List<TranscriptMessage> arrivedAfter(CodingSession session, int sequence, int limit) {
        return between(session.id(), session.publicId(), sequence + 1, Integer.MAX_VALUE, limit);
    }

    /** Those numbered from {@code first} to {@code last}, in order of arrival. */
    List<TranscriptMessage> between(long sessionId, String publicSessionId, int first, int last, int limit) {
        List<Message> messages = entities.createQuery(
                        "SELECT m FROM Message m WHERE m.sessionId = :session AND m.sequence BETWEEN :first AND :last"
                                + " ORDER BY m.sequence",
                        Message.class)
                .setParameter("session", sessionId)
                .setParameter("first", first)
                .setParameter("last", last)
                .setMaxResults(limit)
                .getResultList();
        return withBodies(sessionId, publicSessionId, messages);
    }

    /** In order of arrival, by session; {@code publicIdBySession} names each of these. */
    Map<Long, List<TranscriptMessage>> inRuns(Map<Long, String> publicIdBySession, List<MessageRun> runs) {
        if (runs.isEmpty()) {
            return Map.of();
        }
        List<Message> messages =
                inRuns("SELECT m FROM Message m WHERE %s ORDER BY m.sequence", "m.sequence", runs, Message.class);
        Map<Long, Map<Integer, List<MessagePart>>> parts = inRuns(
                        "SELECT m FROM MessagePart m WHERE %s ORDER BY m.partNumber",
                        "m.messageSequence", runs, MessagePart.class)
                .stream()
                .collect(Collectors.groupingBy(
                        MessagePart::sessionId, Collectors.groupingBy(MessagePart::messageSequence)));
        return messages.stream()
                .collect(Collectors.groupingBy(
                        Message::sessionId,
                        Collectors.mapping(
                                m -> m.toTranscript(
                                        Objects.requireNonNull(publicIdBySession.get(m.sessionId())),
                                        parts.getOrDefault(m.sessionId(), Map.of())
                                                .getOrDefault(m.sequence(), List.of())),
                                Collectors.toList())));
    }

    private <T> List<T> inRuns(String query, String sequence, List<MessageRun> runs, Class<T> type) {
        String any = IntStream.range(0, runs.size())
                .mapToObj(i -> "(m.sessionId = :id%d AND %s BETWEEN :first%d AND :last%d)".formatted(i, sequence, i, i))
                .collect(Collectors.joining(" OR "));
        TypedQuery<T> prepared = entities.createQuery(query.formatted(any), type);
        for (int i = 0; i < runs.size(); i++) {
            prepared.setParameter("id" + i, runs.get(i).sessionId())
                    .setParameter("first" + i, runs.get(i).first())
                    .setParameter("last" + i, runs.get(i).last());
        }
        return prepared.getResultList();
    }

    /** In order of arrival, those with a part beside its text that holds one of {@code texts}, such as the id of a call. */
    List<TranscriptMessage> naming(CodingSession session, Set<String> texts, int limit) {
        List<String> named = List.copyOf(texts);
        String any = IntStream.range(0, named.size())
                .mapToObj(i -> "LOCATE(:text%d, content) > 0 OR LOCATE(:text%d, extra) > 0".formatted(i, i))
                .collect(Collectors.joining(" OR "));
        Query query = entities.createNativeQuery("""
            SELECT DISTINCT message_sequence FROM message_part
            WHERE session_id = :session AND part_number > 0 AND type <> 'text' AND (%s)
            ORDER BY message_sequence
            """.formatted(any)).setParameter("session", session.id());
        IntStream.range(0, named.size()).forEach(i -> query.setParameter("text" + i, named.get(i)));
        List<Integer> sequences = numbers(query.setMaxResults(limit).getResultList());
        return numbered(session, sequences);
    }

    /** Those of these numbers, in order of arrival. */
    List<TranscriptMessage> numbered(CodingSession session, Collection<Integer> sequences) {
        if (sequences.isEmpty()) {
            return List.of();
        }
        List<Message> messages = entities.createQuery(
                        "SELECT m FROM Message m WHERE m.sessionId = :session AND m.sequence IN :sequences"
                                + " ORDER BY m.sequence",
                        Message.class)
                .setParameter("session", session.id())
                .setParameter("sequences", sequences)
                .getResultList();
        return withBodies(session.id(), session.publicId(), messages);
    }

    /**
     * In display order, the numbers of those that say {@code text} in any case of letters. Parts hold JSON, so {@code quoted}
     * is looked for in them; those that carry pictures are left out.
     */
    List<Integer> saying(CodingSession session, String text, String quoted, int limit) {
        return numbers(entities.createNativeQuery("""
            SELECT m.sequence FROM message m
            WHERE m.session_id = :session AND EXISTS (
                SELECT 1 FROM message_part p
                WHERE p.session_id = m.session_id AND p.message_sequence = m.sequence
                    AND LOCATE(IF(p.part_number = 0, :text, :quoted),
                        LOWER(CONVERT(p.content USING utf8mb4)) COLLATE utf8mb4_bin) > 0
                    AND (p.part_number = 0 OR p.type = 'text' OR (
                        LOCATE('"base64"', p.content) = 0 AND LOCATE('data:image/', p.content) = 0)))
            ORDER BY m.created_ms, m.sequence
            """)
                .setParameter("session", session.id())
                .setParameter("text", text.toLowerCase(Locale.ROOT))
                .setParameter("quoted", quoted.toLowerCase(Locale.ROOT))
                .setMaxResults(limit)
                .getResultList());
    }

    private static List<Integer> numbers(List<?> column) {
        return column.stream().map(number -> ((Number) number).intValue()).toList();
    }

    private List<TranscriptMessage> withBodies(long sessionId, String publicSessionId, List<Message> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        Map<Integer, List<MessagePart>> partsBySequence = entities.createQuery("""
            SELECT p FROM MessagePart p
            WHERE p.sessionId = :session AND p.messageSequence IN :sequences
            ORDER BY p.messageSequence, p.partNumber
            """, MessagePart.class)
                .setParameter("session", sessionId)
                .setParameter(
                        "sequences", messages.stream().map(Message::sequence).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(MessagePart::messageSequence));
        return messages.stream()
                .map(m -> m.toTranscript(publicSessionId, partsBySequence.getOrDefault(m.sequence(), List.of())))
                .toList();
    }
}
