package dev.opensync.api.eval;

import dev.opensync.api.http.Choice;
import dev.opensync.api.http.PageLimit;
import dev.opensync.api.security.CallerContext;
import dev.opensync.eval.EvalSelection;
import dev.opensync.eval.EvalService;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.cases.TurnMode;
import dev.opensync.eval.export.ListedCase;
import dev.opensync.eval.export.ListedCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The test cases of one chosen session, to choose among them. {@code id}: of the server or of the coding tool. */
@ApplicationScoped
@Path("sessions/{id}/eval-cases")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class EvalCasesResource {

    private static final Choice<TurnMode> TURN_MODES = Choice.of("turnMode", TurnMode.class);
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    @Inject
    CallerContext context;

    @EJB
    EvalService evals;

    @Inject
    ListedCases cases;

    /** Fails with {@code NOT_FOUND}; of a session that is not chosen for evaluations there are none. */
    @GET
    public CasesResponse list(
            @PathParam("id") String id,
            @QueryParam("turnMode") @Nullable String turnMode,
            @QueryParam("limit") @Nullable String limit) {
        long accountId = context.caller().accountId();
        String session = evals.get(accountId, id).session().id();
        TurnMode mode = TURN_MODES.parse(turnMode, TurnMode.PER_TURN);
        return CasesResponse.of(cases.list(
                accountId,
                EvalSelection.ofSessions(List.of(session)),
                ExportOptions.DEFAULT.with(options -> options.turnMode = mode),
                PageLimit.parse("limit", limit, USUAL, MOST)));
    }

    /** {@code more}: whether there are others after these. */
    public record CasesResponse(List<Case> cases, boolean more) {

        static CasesResponse of(ListedCases.Beginning beginning) {
            return new CasesResponse(beginning.cases().stream().map(Case::of).toList(), beginning.more());
        }
    }

    /** {@code sequence}: number of the user's message, by which it is chosen; texts are cut. */
    public record Case(String sessionId, int sequence, String input, String answer) {

        static Case of(ListedCase listed) {
            return new Case(listed.sessionId(), listed.sequence(), listed.input(), listed.answer());
        }
    }
}
