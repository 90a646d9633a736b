package dev.opensync.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What of an answer that is held back only {@link EdgeFilter} knows: what was asked, and with which status it was sent in the end. */
public final class AnswerEnd {

    private static final String ATTRIBUTE = AnswerEnd.class.getName();

    private final List<IntConsumer> waiting = new ArrayList<>();
    private final String method;

    private AnswerEnd(String method) {
        this.method = method;
    }

    static AnswerEnd of(HttpServletRequest request) {
        AnswerEnd end = new AnswerEnd(request.getMethod());
        request.setAttribute(ATTRIBUTE, end);
        return end;
    }

    /** Null where the answer is sent as it comes. */
    public static @Nullable AnswerEnd find(HttpServletRequest request) {
        return (AnswerEnd) request.getAttribute(ATTRIBUTE);
    }

    /** As the client sent it; a HEAD is passed on as a GET. */
    public String method() {
        return method;
    }

    /** Called with the status when the answer is sent. */
    public void listen(IntConsumer listener) {
        waiting.add(listener);
    }

    void reached(int status) {
        waiting.forEach(listener -> listener.accept(status));
    }
}
