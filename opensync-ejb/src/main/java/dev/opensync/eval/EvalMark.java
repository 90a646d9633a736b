package dev.opensync.eval;

import dev.opensync.session.EvalStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What its owner says of a session; texts are empty where nothing was said.
 *
 * @param ready chosen for evaluations
 * @param reviewedAt when it was chosen, null unless {@code ready}
 * @param tags in order
 */
public record EvalMark(
        boolean ready,
        @Nullable Instant reviewedAt,
        EvalStatus status,
        String notes,
        List<String> tags,
        String expectedOutput) {

    /** Nothing was said. */
    public static final EvalMark NONE = new EvalMark(false, null, EvalStatus.NONE, "", List.of(), "");

    public EvalMark {
        tags = List.copyOf(tags);
    }
}
