package dev.opensync.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The passages of a stretch of a session, made message by message: short messages of one turn together, long ones in pieces.
 * What comes later changes only the last of them. The same messages give the same passages wherever the stretch begins, as
 * long as it begins with a passage.
 */
final class PassageSlice {

    private static final int MOST_OF_A_LONG_MESSAGE = 128;

    private final PassageCutter cutter;
    private final int limit;
    private final List<Passage> made = new ArrayList<>();
    private final Set<Passage.Key> kept = new LinkedHashSet<>();

    private final StringBuilder run = new StringBuilder();
    private int runFirst;
    private int runLast;
    private int runSize;

    /** Of at most {@code limit} new passages. */
    PassageSlice(PassageCutter cutter, int limit) {
        this.cutter = cutter;
        this.limit = limit;
    }

    List<Passage> made() {
        return made;
    }

    /** Those of long messages that are stored as they would be made. */
    Set<Passage.Key> kept() {
        return kept;
    }

    boolean isFull() {
        return made.size() >= limit;
    }

    /** Ends the run if this message cannot be in it; true if it begins a passage. */
    boolean begins(boolean opensTurn, String text) {
        if (opensTurn || runSize + 1 + cutter.size(text) > cutter.room()) {
            end();
        }
        return run.isEmpty();
    }

    /**
     * {@code stored}: the passages that begin with this message. False if the slice is full before the message ends.
     */
    boolean add(int sequence, String text, Collection<StoredPassage> stored) {
        int size = cutter.size(text);
        if (size > cutter.room()) {
            return addLong(sequence, text, stored);
        }
        if (run.isEmpty()) {
            runFirst = sequence;
            runSize = 0;
        } else {
            run.append('\n');
            runSize++;
        }
        run.append(text);
        runLast = sequence;
        runSize += size;
        return true;
    }

    /** Ends the run. */
    void end() {
        if (!run.isEmpty()) {
            made.add(new Passage(runFirst, 0, runLast, 0, run.length(), run.toString()));
            run.setLength(0);
        }
    }

    /**
     * A long message is read from its beginning for each slice: the further it has come, the more is made at once, or the
     * reading would cost more than all the rest.
     */
    private boolean isFull(int keptBefore) {
        return made.size() >= Math.max(limit, Math.min(MOST_OF_A_LONG_MESSAGE, keptBefore / 2));
    }

    /** All of the stored beginning but its last piece, which may have ended for what came after it, needs no look. */
    private boolean addLong(int sequence, String text, Collection<StoredPassage> stored) {
        Map<Integer, StoredPassage> byOrdinal =
                stored.stream().collect(Collectors.toMap(found -> found.key().ordinal(), Function.identity()));
        int ordinal = 0;
        int start = 0;
        StoredPassage next = byOrdinal.get(ordinal);
        while (next != null && byOrdinal.containsKey(ordinal + 1) && isUnchanged(next, start, text)) {
            kept.add(next.key());
            start = next.end();
            ordinal++;
            next = byOrdinal.get(ordinal);
        }
        for (; start < text.length(); ordinal++) {
            if (isFull(kept.size())) {
                return false;
            }
            int end = cutter.endOfPiece(text, start);
            made.add(new Passage(sequence, ordinal, sequence, start, end, text.substring(start, end)));
            start = end;
        }
        return true;
    }

    private static boolean isUnchanged(StoredPassage stored, int start, String text) {
        return stored.start() == start
                && stored.end() > start
                && stored.end() <= text.length()
                && stored.isLike(new Passage(
                        stored.key().firstSequence(),
                        stored.key().ordinal(),
                        stored.lastSequence(),
                        start,
                        stored.end(),
                        text.substring(start, stored.end())));
    }
}
