package dev.opensync.usage.tool;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up the calls of one session from its parts, which come in the order of their arrival. */
final class ToolTally {

    static final String UNNAMED = "tool";

    /** More are counted under one name. */
    static final int MOST_TOOLS = 200;

    static final String OTHERS = "other tools";

    private static final int MOST_NAME_CHARS = 190;

    /** Longer is a call whose session was left and taken up again. */
    private static final long MOST_MS = 86_400_000;

    private final Map<String, ToolSums> sums = new LinkedHashMap<>();
    private final Map<String, Call> callById = new HashMap<>();
    private final Deque<Call> unnumbered = new ArrayDeque<>();

    private record Call(String tool, long createdMs) {}

    /** {@code createdMs}: of its message. */
    void add(ToolPart part, long createdMs) {
        if (part.call()) {
            addCall(part, createdMs);
        } else {
            addResult(part, createdMs);
        }
    }

    private void addCall(ToolPart part, long createdMs) {
        String tool = nameOf(part.name());
        add(tool, ToolSums.ofCall());
        Call call = new Call(tool, createdMs);
        if (part.done()) {
            finish(call, part, createdMs);
        } else if (part.id() != null) {
            callById.put(part.id(), call);
        } else {
            unnumbered.add(call);
        }
    }

    /** A result of a call that is not here is left out. */
    private void addResult(ToolPart part, long createdMs) {
        Call call = part.id() == null ? null : callById.remove(part.id());
        if (call == null) {
            call = unnumbered.poll();
        }
        if (call != null) {
            finish(call, part, createdMs);
        }
    }

    private void finish(Call call, ToolPart part, long createdMs) {
        add(call.tool, ToolSums.ofResult(part.failed()));
        Long told = part.durationMs();
        long took = told == null ? createdMs - call.createdMs : told;
        // Messages of the same time say nothing.
        boolean known = told == null ? took > 0 : took >= 0;
        if (known && took <= MOST_MS) {
            add(call.tool, ToolSums.ofTime(took));
        }
    }

    private String nameOf(@Nullable String given) {
        String name = given == null || given.isBlank() ? UNNAMED : given.strip();
        if (name.codePointCount(0, name.length()) > MOST_NAME_CHARS) {
            name = name.substring(0, name.offsetByCodePoints(0, MOST_NAME_CHARS));
        }
        return sums.size() < MOST_TOOLS || sums.containsKey(name) ? name : OTHERS;
    }

    private void add(String tool, ToolSums more) {
        sums.merge(tool, more, ToolSums::plus);
    }

    /** By the name of the tool. */
    Map<String, ToolSums> sums() {
        return sums;
    }
}
