package dev.opensync.api.sync;

import dev.opensync.account.Caller;
import dev.opensync.account.Scope;
import dev.opensync.api.http.RequestBody;
import dev.opensync.api.json.JsonFields;
import dev.opensync.api.json.JsonValue;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.sync.RecordedEventService;
import dev.opensync.sync.SyncBatch;
import dev.opensync.sync.SyncQueue;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The two functions the Python plugin calls as it would call a Convex deployment (wire contract 6.8). Answers satisfy a reader
 * of Convex' wrapper as well as a reader of the bare value.
 */
@ApplicationScoped
@Path("/")
@PermitAll // A key may travel in the body, and the health check needs none.
@Produces(MediaType.APPLICATION_JSON)
public class FunctionsResource {

    @Inject
    FunctionCaller callers;

    @Inject
    RequestBody body;

    @EJB
    RecordedEventService events;

    @Inject
    SyncQueue queue;

    @Inject
    InstantSource clock;

    @POST
    @Path("mutation")
    public CompletionStage<Response> mutation(InputStream input) {
        try {
            JsonFields arguments = arguments(input, "sync:recordEvent");
            Optional<Caller> caller = callers.find(arguments);
            if (caller.isEmpty()) {
                return answered(FunctionFailure.answer(Status.UNAUTHORIZED, callers.refusal()));
            }
            if (!caller.get().may(Scope.SYNC)) {
                return answered(FunctionFailure.answer(
                        Status.FORBIDDEN, "This needs a credential with the scope " + Scope.SYNC));
            }
            return record(caller.get().accountId(), arguments);
        } catch (OpenSyncException e) {
            return answered(FunctionFailure.answer(e));
        }
    }

    @POST
    @Path("query")
    public Response query(InputStream input) {
        try {
            arguments(input, "sync:healthCheck");
            return Response.ok(FunctionHealth.at(clock.instant())).build();
        } catch (OpenSyncException e) {
            return FunctionFailure.answer(e);
        }
    }

    private CompletionStage<Response> record(long accountId, JsonFields arguments) {
        EventReader event = new EventReader(arguments);
        events.record(accountId, event.sessionId(), event.type(), arguments.toJson());
        String sessionId = event.sessionId();
        if (sessionId == null) {
            return answered(Response.ok(EventRecorded.ANSWER).build());
        }
        SyncBatch report = new SyncBatch(accountId, List.of(event.session(sessionId)), event.messages(sessionId));
        return queue.submit(report)
                .thenApply(stored -> stored.errors().isEmpty()
                        ? Response.ok(EventRecorded.ANSWER).build()
                        : FunctionFailure.answer(
                                Status.BAD_REQUEST, stored.errors().get(0)));
    }

    /** The arguments of a call of the function {@code name}, sent as an object or as a list of one. */
    private JsonFields arguments(InputStream input, String name) {
        JsonFields call = SessionReader.fields(JsonValue.parse(body.read(input)), "A function call");
        String path = call.text("path");
        if (!name.equals(path)) {
            throw OpenSyncException.invalid(
                    "Could not find the public function '" + path + "'; this server has " + name);
        }
        JsonValue arguments = call.value("args");
        if (arguments != null && arguments.isArray()) {
            arguments = arguments.elements().stream().findFirst().orElse(null);
        }
        return arguments == null || arguments.isNull() ? JsonFields.NONE : SessionReader.fields(arguments, "args");
    }

    private static CompletionStage<Response> answered(Response response) {
        return CompletableFuture.completedFuture(response);
    }
}
