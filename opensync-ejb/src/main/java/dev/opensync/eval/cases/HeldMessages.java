package dev.opensync.eval.cases;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages that are walked over and over: kept in memory while there are not many, read anew each time where there are. */
public final class HeldMessages implements Iterable<SpokenMessage> {

    private static final long MOST_HELD_CHARS = 4_000_000;

    private final Iterable<SpokenMessage> source;
    private final long mostChars;
    private @Nullable Iterable<SpokenMessage> walked;

    public HeldMessages(Iterable<SpokenMessage> source) {
        this(source, MOST_HELD_CHARS);
    }

    HeldMessages(Iterable<SpokenMessage> source, long mostChars) {
        this.source = source;
        this.mostChars = mostChars;
    }

    @Override
    public Iterator<SpokenMessage> iterator() {
        if (walked == null) {
            walked = held();
        }
        return walked.iterator();
    }

    private Iterable<SpokenMessage> held() {
        List<SpokenMessage> held = new ArrayList<>();
        long chars = 0;
        for (SpokenMessage message : source) {
            held.add(message);
            chars += message.chars();
            if (chars > mostChars) {
                return source;
            }
        }
        return held;
    }
}
