package dev.opensync.api.eval;

import dev.opensync.api.http.RequestBody;
import dev.opensync.api.http.ServerAddress;
import dev.opensync.api.security.CallerContext;
import dev.opensync.eval.export.EvalDownload;
import dev.opensync.eval.export.EvalExportRequest;
import dev.opensync.eval.export.EvalExports;
import dev.opensync.eval.export.EvalTicketService;
import dev.opensync.eval.export.EvalTicketService.EvalTicket;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The test cases of the caller's chosen sessions as files. */
@ApplicationScoped
@Path("export/evals")
@RolesAllowed("READ")
public class EvalExportsResource {

    private static final Set<String> MEMBERS = Set.of("formats", "options");

    @Inject
    CallerContext context;

    @Inject
    EvalExports exports;

    @EJB
    EvalTicketService tickets;

    @Inject
    RequestBody body;

    @Inject
    ServerAddress address;

    /** {@code ticket}: of {@link #prepare}, instead of everything else. */
    @GET
    public Response export(@QueryParam("ticket") @Nullable String ticket, @BeanParam EvalExportParameters parameters) {
        long accountId = context.caller().accountId();
        EvalExportRequest request = ticket == null || ticket.isEmpty()
                ? parameters.request()
                : parse(tickets.get(accountId, ticket).getBytes(StandardCharsets.UTF_8));
        return EvalAnswers.of(exports.prepare(accountId, request));
    }

    /** Counts what an export would hold, and says where to fetch it. */
    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public EvalExportResponse prepare(InputStream wanted, @Context HttpServletRequest http) {
        long accountId = context.caller().accountId();
        byte[] read = body.read(wanted);
        EvalDownload download = exports.prepare(accountId, parse(read));
        EvalTicket ticket = tickets.keep(accountId, new String(read, StandardCharsets.UTF_8));
        return EvalExportResponse.of(
                address.of(http) + http.getContextPath() + "/api/export/evals?ticket=" + ticket.id(),
                ticket.expiresAt(),
                download);
    }

    private static EvalExportRequest parse(byte[] json) {
        EvalBody read = EvalBody.parseSelection(json, MEMBERS);
        return new EvalExportRequest(read.selection(), read.formats(), read.options());
    }
}
