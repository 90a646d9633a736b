package dev.opensync.search;

import dev.opensync.session.MessageRole;
import dev.opensync.session.StoredSession;
import dev.opensync.session.StoredSessions;
import dev.opensync.session.TranscriptMessage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds out how the passages of one session have to change, up to a limit; what is left is for another time. */
final class PassageMaker {

    private static final int MESSAGES_AT_A_TIME = 20;

    private final PassageRepository repository;
    private final StoredSessions sessions;
    private final long modelId;
    private final PassageWork work;
    private final PassageSlice slice;
    private final List<StoredPassage> stored = new ArrayList<>();

    private int covered;
    private int restFrom = PassageChange.COMPLETE;

    PassageMaker(
            PassageRepository repository,
            StoredSessions sessions,
            long modelId,
            PassageWork work,
            PassageCutter cutter,
            int limit) {
        this.repository = repository;
        this.sessions = sessions;
        this.modelId = modelId;
        this.work = work;
        slice = new PassageSlice(cutter, limit);
    }

    PassageChange change() throws SQLException {
        Optional<StoredSession> session =
                Optional.ofNullable(sessions.findAll(List.of(work.sessionId())).get(work.sessionId()));
        if (session.isEmpty()) {
            stored.addAll(repository.find(work.sessionId(), SearchTasks.SESSION, Integer.MAX_VALUE));
            return new PassageChange(work, 0, -1, stored, List.of(), restFrom);
        }
        int start = SearchTasks.SESSION;
        if (work.first() == SearchTasks.SESSION) {
            addTitle(session.get());
        }
        if (work.last() > SearchTasks.SESSION) {
            int firstMessage = repository
                    .startBefore(work.sessionId(), modelId, work.first())
                    .orElse(SearchTasks.SESSION + 1);
            start = work.first() == SearchTasks.SESSION ? start : firstMessage;
            addMessages(session.get(), firstMessage);
        }
        return change(start);
    }

    private void addTitle(StoredSession session) throws SQLException {
        String title = session.summary().title();
        stored.addAll(repository.find(work.sessionId(), SearchTasks.SESSION, SearchTasks.SESSION));
        if (title != null && !title.isBlank()) {
            slice.add(SearchTasks.SESSION, title, List.of());
            slice.end();
        }
        covered = SearchTasks.SESSION;
    }

    private void addMessages(StoredSession session, int first) throws SQLException {
        int next = first;
        while (true) {
            List<TranscriptMessage> messages = sessions.messages(session, next, Integer.MAX_VALUE, MESSAGES_AT_A_TIME);
            boolean atEnd = messages.size() < MESSAGES_AT_A_TIME;
            int last = atEnd
                    ? Integer.MAX_VALUE
                    : messages.get(messages.size() - 1).sequence();
            List<StoredPassage> found = repository.find(session.id(), next, last);
            stored.addAll(found);
            if (!add(messages, found)) {
                return;
            }
            if (atEnd) {
                slice.end();
                covered = Integer.MAX_VALUE;
                return;
            }
            next = last + 1;
        }
    }

    /** False if no more are needed, or the slice is full. */
    private boolean add(List<TranscriptMessage> messages, List<StoredPassage> found) {
        Map<Integer, List<StoredPassage>> byMessage = found.stream()
                .filter(passage -> passage.modelId() == modelId)
                .collect(Collectors.groupingBy(passage -> passage.key().firstSequence()));
        for (TranscriptMessage message : messages) {
            String text = SearchableText.of(message).said();
            if (!text.isBlank() && !add(message, text, byMessage.getOrDefault(message.sequence(), List.of()))) {
                return false;
            }
        }
        return true;
    }

    private boolean add(TranscriptMessage message, String text, List<StoredPassage> found) {
        int sequence = message.sequence();
        if (slice.begins(message.role() == MessageRole.USER, text)) {
            covered = sequence - 1;
            if (sequence > work.last() && !found.isEmpty()) {
                // From here on all is as it was.
                return false;
            }
            if (slice.isFull()) {
                restFrom = sequence;
                return false;
            }
        }
        if (!slice.add(sequence, text, found)) {
            restFrom = sequence;
            return false;
        }
        return true;
    }

    private PassageChange change(int start) {
        Map<Passage.Key, Passage> made =
                slice.made().stream().collect(Collectors.toMap(Passage::key, Function.identity()));
        List<StoredPassage> looked = stored.stream().filter(this::isCovered).toList();
        Set<Passage.Key> unchanged = looked.stream()
                .filter(passage -> passage.modelId() == modelId && isMade(passage, made))
                .map(StoredPassage::key)
                .collect(Collectors.toSet());
        return new PassageChange(
                work,
                start,
                covered,
                looked.stream()
                        .filter(passage -> !unchanged.contains(passage.key())
                                && !slice.kept().contains(passage.key()))
                        .toList(),
                slice.made().stream()
                        .filter(passage -> !unchanged.contains(passage.key()))
                        .toList(),
                restFrom);
    }

    private static boolean isMade(StoredPassage stored, Map<Passage.Key, Passage> made) {
        Passage passage = made.get(stored.key());
        return passage != null && stored.isLike(passage);
    }

    /** Of a message that is not finished, the pieces so far. */
    private boolean isCovered(StoredPassage passage) {
        if (passage.key().firstSequence() <= covered) {
            return true;
        }
        return slice.made().stream().anyMatch(made -> made.key().equals(passage.key()));
    }
}
