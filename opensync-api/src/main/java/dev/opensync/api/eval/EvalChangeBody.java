package dev.opensync.api.eval;

import dev.opensync.eval.EvalChange;
import dev.opensync.session.EvalStatus;
import dev.opensync.shared.OpenSyncException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is to be changed of marks: members that are not there stay, {@code null} removes what there is. */
final class EvalChangeBody {

    private static final Set<String> MEMBERS =
            Set.of("evalReady", "evalStatus", "evalNotes", "evalTags", "expectedOutput");

    private EvalChangeBody() {}

    /** Fails with {@code INVALID}, also for a body that changes nothing. */
    static EvalChange ofOne(byte[] body) {
        EvalBody read = EvalBody.parse(body, MEMBERS);
        if (read.isEmpty()) {
            throw OpenSyncException.invalid("The body must name what is to be changed");
        }
        return EvalChange.of(
                read.flag("evalReady"),
                status(read),
                read.text("evalNotes"),
                read.texts("evalTags"),
                read.text("expectedOutput"));
    }

    static EvalChange ofMany(EvalBody read) {
        return new EvalChange(
                read.flag("evalReady"),
                status(read),
                null,
                null,
                null,
                read.textSet("addTags"),
                read.textSet("removeTags"));
    }

    private static @Nullable EvalStatus status(EvalBody read) {
        String status = read.text("evalStatus");
        if (status == null) {
            return null;
        }
        return EvalExportParameters.STATUS.parse(status, EvalStatus.NONE);
    }
}
