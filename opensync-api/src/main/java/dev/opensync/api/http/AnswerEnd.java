package dev.opensync.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Tells with which status an answer that is held back was sent in the end, which only {@link BufferedAnswer} knows. */
public final class AnswerEnd {

    private static final String ATTRIBUTE = AnswerEnd.class.getName();

    private final List<IntConsumer> waiting = new ArrayList<>();

    private AnswerEnd() {}

    static AnswerEnd of(HttpServletRequest request) {
        AnswerEnd end = new AnswerEnd();
        request.setAttribute(ATTRIBUTE, end);
        return end;
    }

    /** Null where the answer is sent as it comes. */
    public static @Nullable AnswerEnd find(HttpServletRequest request) {
        return (AnswerEnd) request.getAttribute(ATTRIBUTE);
    }

    /** Called with the status when the answer is sent. */
    public void listen(IntConsumer listener) {
        waiting.add(listener);
    }

    void reached(int status) {
        waiting.forEach(listener -> listener.accept(status));
    }
}
