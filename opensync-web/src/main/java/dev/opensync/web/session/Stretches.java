package dev.opensync.web.session;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.TranscriptMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a session stretch by stretch, and looks for what belongs together wherever the other half of it stands. */
public final class Stretches {

    private static final int PAGE_SIZE = 100;
    /** Read again with what is new, because a result may have come in for a call that is already shown. */
    private static final int LAST_ONES = 10;
    /** A result is seldom further than this from its call; where it is, only its id can tell. */
    private static final int AROUND = 50;
    /** Shown above a message that a link leads to. */
    private static final int ABOVE = 20;

    private static final String LAST = "end";
    private static final MessageCursor END = new MessageCursor(Long.MAX_VALUE, Integer.MAX_VALUE);

    private final MessageSource source;

    public Stretches(MessageSource source) {
        this.source = source;
    }

    /** {@code after} as it stands in addresses, null = from the start. Fails with {@code NOT_FOUND}. */
    public Stretch page(@Nullable String after) {
        return after(after == null ? null : Places.parse(after));
    }

    /** What stands before that place, as addresses name it. Fails with {@code NOT_FOUND}. */
    public Stretch before(String place) {
        return endingAt(Places.parse(place));
    }

    /** Around the message of that number as it stands in addresses, or the last ones. Fails with {@code NOT_FOUND}. */
    public Stretch at(String number) {
        return number.equals(LAST) ? endingAt(END) : around(source.place(Places.arrival(number)));
    }

    /** With the message that stands at {@code place} not far below its start. */
    private Stretch around(MessageCursor place) {
        List<TranscriptMessage> above = source.before(place, ABOVE + 1);
        return after(above.size() > ABOVE ? MessageCursor.of(above.get(0)) : null);
    }

    /** What arrived after the one numbered {@code sequence}, and what that changes. Fails with {@code NOT_FOUND}. */
    static Stretch since(OwnMessages messages, int sequence) {
        List<TranscriptMessage> found = messages.arrivedAfter(Math.max(0, sequence - LAST_ONES), PAGE_SIZE);
        Transcript transcript = new Stretches(messages).drawn(found, null);
        return Stretch.of(transcript.touchedBy(found), found, null, null);
    }

    private Stretch after(@Nullable MessageCursor after) {
        List<TranscriptMessage> found = source.after(after, PAGE_SIZE + 1);
        List<TranscriptMessage> page = found.subList(0, Math.min(found.size(), PAGE_SIZE));
        MessageCursor next = found.size() > PAGE_SIZE ? MessageCursor.of(page.get(PAGE_SIZE - 1)) : null;
        MessageCursor previous = after == null || page.isEmpty() ? null : MessageCursor.of(page.get(0));
        return Stretch.of(drawn(page, next).only(page), page, previous, next);
    }

    private Stretch endingAt(MessageCursor place) {
        List<TranscriptMessage> found = source.before(place, PAGE_SIZE + 1);
        List<TranscriptMessage> page = found.subList(Math.max(0, found.size() - PAGE_SIZE), found.size());
        MessageCursor previous = found.size() > PAGE_SIZE ? MessageCursor.of(page.get(0)) : null;
        MessageCursor next = place.equals(END) || page.isEmpty() ? null : MessageCursor.of(page.get(page.size() - 1));
        return Stretch.of(drawn(page, next).only(page), page, previous, next);
    }

    /** {@code next} null where nothing stands after the page. */
    private Transcript drawn(List<TranscriptMessage> page, @Nullable MessageCursor next) {
        Transcript transcript = Transcript.of(page);
        List<TranscriptMessage> neighbours = new ArrayList<>();
        if (transcript.hasLoneResults()) {
            neighbours.addAll(source.before(first(page), AROUND));
        }
        if (next != null && transcript.hasOpenCalls()) {
            neighbours.addAll(source.after(next, AROUND));
        }
        transcript = neighbours.isEmpty() ? transcript : Transcript.of(with(page, neighbours));
        // Where nothing follows, open calls have no result yet: to look for one would read the whole session each time
        // it grows.
        Set<String> missing = transcript.missing(page, next != null);
        return missing.isEmpty()
                ? transcript
                : Transcript.of(with(with(page, neighbours), source.naming(missing, AROUND)));
    }

    private static MessageCursor first(List<TranscriptMessage> messages) {
        return messages.stream()
                .map(MessageCursor::of)
                .min(Comparator.comparing(MessageCursor::createdMillis).thenComparing(MessageCursor::sequence))
                .orElseThrow();
    }

    private static List<TranscriptMessage> with(List<TranscriptMessage> some, List<TranscriptMessage> others) {
        Map<Integer, TranscriptMessage> bySequence = some.stream()
                .collect(Collectors.toMap(
                        TranscriptMessage::sequence, message -> message, (one, same) -> one, LinkedHashMap::new));
        others.forEach(message -> bySequence.putIfAbsent(message.sequence(), message));
        return List.copyOf(bySequence.values());
    }
}
