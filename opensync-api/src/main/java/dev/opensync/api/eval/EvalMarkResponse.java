package dev.opensync.api.eval;

import dev.opensync.eval.EvalChecklist;
import dev.opensync.eval.MarkedSession;

/** A session with its marks, and whether it is fit for evaluations. */
public record EvalMarkResponse(EvalSessionResponse session, Checklist checklist) {

    static EvalMarkResponse of(MarkedSession session, EvalChecklist checklist) {
        return new EvalMarkResponse(
                EvalSessionResponse.of(session.session(), session.mark(), checklist.testCases()),
                new Checklist(
                        checklist.finished(),
                        checklist.hasExchange(),
                        checklist.judgedRight(),
                        checklist.secrets() == 0,
                        checklist.secrets()));
    }

    /** {@code secrets}: how many were recognised; an export replaces them. */
    public record Checklist(
            boolean finished, boolean hasExchange, boolean judgedRight, boolean nothingSensitive, int secrets) {}
}
