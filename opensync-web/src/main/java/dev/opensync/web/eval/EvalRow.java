package dev.opensync.web.eval;

import dev.opensync.eval.MarkedSession;
import dev.opensync.session.EvalStatus;
import dev.opensync.web.faces.Formats;
import dev.opensync.web.faces.PageTexts;
import dev.opensync.web.session.ShownSession;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One line of the page of evals.
 *
 * @param status as addresses name it; empty if nothing was said
 * @param cases how many test cases the session yields; empty while they are not counted
 * @param created when it began, for the browser to write in its own zone
 * @param createdDay the same, in words
 */
public record EvalRow(
        ShownSession session, String status, List<String> tags, String cases, String created, String createdDay) {

    public EvalRow {
        tags = List.copyOf(tags);
    }

    static EvalRow of(MarkedSession marked, Instant now) {
        Instant created = marked.session().createdAt();
        return new EvalRow(
                ShownSession.of(marked.session(), now),
                statusName(marked.mark().status()),
                marked.mark().tags(),
                Objects.toString(marked.testCases(), ""),
                created.toString(),
                Formats.date(created));
    }

    /** Empty if nothing was said. */
    static String statusName(EvalStatus status) {
        return status == EvalStatus.NONE ? "" : status.wireName();
    }

    static String statusText(EvalStatus status) {
        return PageTexts.get("evals_status_" + status.wireName());
    }
}
