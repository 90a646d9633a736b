package dev.opensync.api.export;

import dev.opensync.api.eval.EvalAnswers;
import dev.opensync.api.eval.EvalExportParameters;
import dev.opensync.api.security.CallerContext;
import dev.opensync.api.session.SessionTags;
import dev.opensync.eval.export.EvalFormat;
import dev.opensync.export.ExportFormat;
import dev.opensync.session.SessionService;
import dev.opensync.session.SessionSummary;
import dev.opensync.session.TranscriptMessage;
import dev.opensync.session.TranscriptReader;
import dev.opensync.shared.OpenSyncException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One session as JSON, Markdown or JSON Lines; without an id, the test cases of all that are chosen for evaluations. */
@ApplicationScoped
@Path("export")
@RolesAllowed("READ")
public class ExportResource {

    @Inject
    CallerContext context;

    @EJB
    SessionService sessions;

    @Inject
    TranscriptReader transcripts;

    @Inject
    SessionTags tags;

    @Inject
    EvalAnswers evals;

    @GET
    public Response export(
            @QueryParam("id") @Nullable String id,
            @QueryParam("format") @Nullable String formatName,
            @BeanParam EvalExportParameters evalParameters,
            @Context Request request) {
        if (id == null || id.isBlank()) {
            if (EvalFormat.isName(formatName)) {
                return evals.answer(context.caller().accountId(), evalParameters.request());
            }
            throw OpenSyncException.invalid("Missing session ID");
        }
        ExportFormat format = ExportFormat.of(formatName);
        long accountId = context.caller().accountId();
        SessionSummary session = sessions.get(accountId, id);
        EntityTag tag = tags.of(session, "export " + format);
        ResponseBuilder unchanged = tag == null ? null : request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        ResponseBuilder answer = Response.ok(output(format, session, transcripts.messages(accountId, session.id())))
                .tag(tag)
                .type(format.contentType());
        if (format == ExportFormat.MARKDOWN) {
            answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + format.fileName(session) + "\"");
        }
        return answer.build();
    }

    private static StreamingOutput output(
            ExportFormat format, SessionSummary session, Iterable<TranscriptMessage> messages) {
        return out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            format.writer().write(session, messages, writer);
            writer.flush();
        };
    }
}
