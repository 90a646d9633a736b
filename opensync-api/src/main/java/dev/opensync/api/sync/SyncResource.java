package dev.opensync.api.sync;

import dev.opensync.api.http.RequestBody;
import dev.opensync.api.json.JsonValue;
import dev.opensync.api.security.CallerContext;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.sync.MessageUpsert;
import dev.opensync.sync.SessionUpsert;
import dev.opensync.sync.SyncBatch;
import dev.opensync.sync.SyncQueue;
import dev.opensync.sync.SyncReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Where plugins send sessions and messages. Each request is answered after what it brought is committed.
 *
 * <p>One instance for all requests: to fill a new one for each took a tenth of the time of its thread.
 */
@ApplicationScoped
@Path("/")
@RolesAllowed("SYNC")
@Produces(MediaType.APPLICATION_JSON)
public class SyncResource {

    @Inject
    CallerContext context;

    @Inject
    RequestBody body;

    @Inject
    SyncQueue queue;

    @POST
    @Path("session")
    public Object session(InputStream input) {
        SessionUpsert session = SessionReader.read(JsonValue.parse(body.read(input)));
        return answerOrPromise(queue.submit(new SyncBatch(accountId(), List.of(session), List.of()))
                .thenApply(report -> answer(
                        report,
                        new SessionStored(true, report.sessionIdByExternalId().get(session.externalId())))));
    }

    @POST
    @Path("message")
    public Object message(InputStream input) {
        MessageUpsert message = MessageReader.read(JsonValue.parse(body.read(input)));
        return answerOrPromise(queue.submit(new SyncBatch(accountId(), List.of(), List.of(message)))
                .thenApply(report -> answer(
                        report,
                        new MessageStored(true, report.messageIdByExternalId().get(message.externalId())))));
    }

    @POST
    @Path("batch")
    public Object batch(InputStream input) {
        BatchReader read = BatchReader.read(accountId(), JsonValue.parse(body.read(input)));
        return answerOrPromise(queue.submit(read.batch())
                .thenApply(report ->
                        Response.ok(BatchStored.of(report, read.errors())).build()));
    }

    private long accountId() {
        return context.caller().accountId();
    }

    /** The answer itself if it is there already: a promise of it would be parked and resumed by JAX-RS for nothing. */
    private static Object answerOrPromise(CompletionStage<Response> promise) {
        CompletableFuture<Response> answer = promise.toCompletableFuture();
        if (!answer.isDone()) {
            return promise;
        }
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof OpenSyncException failure ? failure : e;
        }
    }

    /** A single item that the database refused is not stored, so its sender must not be told that it is. */
    private static Response answer(SyncReport report, Object stored) {
        if (report.errors().isEmpty()) {
            return Response.ok(stored).build();
        }
        throw OpenSyncException.invalid(report.errors().get(0));
    }
}
