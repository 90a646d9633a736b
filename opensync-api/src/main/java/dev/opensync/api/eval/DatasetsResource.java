package dev.opensync.api.eval;

import dev.opensync.api.eval.DatasetResponse.Comparison;
import dev.opensync.api.eval.DatasetResponse.Version;
import dev.opensync.api.http.Choice;
import dev.opensync.api.http.PageLimit;
import dev.opensync.api.http.RequestBody;
import dev.opensync.api.security.CallerContext;
import dev.opensync.eval.dataset.Dataset;
import dev.opensync.eval.dataset.Datasets;
import dev.opensync.eval.export.EvalFormat;
import dev.opensync.shared.OpenSyncException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Test cases that the caller keeps as they were, version by version. {@code id}: of a dataset, or its name. */
@Path("eval-datasets")
@RolesAllowed("READ")
@Produces(MediaType.APPLICATION_JSON)
public class DatasetsResource {

    private static final Set<String> MEMBERS = Set.of("name", "note", "options");
    private static final Choice<Boolean> HOSTED = Choice.ofYesOrNo("hosted");
    private static final int MOST_VERSIONS = 1_000_000;

    @Inject
    CallerContext context;

    @Inject
    Datasets datasets;

    @Inject
    RequestBody body;

    @GET
    public DatasetListResponse list() {
        return new DatasetListResponse(datasets.list(context.caller().accountId()).stream()
                .map(DatasetResponse::of)
                .toList());
    }

    /** Keeps the chosen sessions as they are now: as a new dataset, or as the next version of the one of that name. */
    @POST
    @RolesAllowed("SYNC")
    public Version save(InputStream wanted) {
        EvalBody read = EvalBody.parseSelection(body.read(wanted), MEMBERS);
        String name = read.text("name");
        if (name == null) {
            throw OpenSyncException.invalid("name is missing");
        }
        return Version.of(datasets.save(
                context.caller().accountId(),
                name,
                Objects.requireNonNullElse(read.text("note"), ""),
                read.selection(),
                read.options()));
    }

    @GET
    @Path("{id}")
    public DatasetResponse get(@PathParam("id") String id) {
        return DatasetResponse.of(dataset(id));
    }

    /** With all its versions. */
    @DELETE
    @Path("{id}")
    @RolesAllowed("SYNC")
    public DatasetDeletedResponse delete(@PathParam("id") String id) {
        datasets.delete(context.caller().accountId(), id);
        return new DatasetDeletedResponse(true);
    }

    /** {@code version}: the newest unless it is told. */
    @GET
    @Path("{id}/export")
    public Response export(
            @PathParam("id") String id,
            @QueryParam("version") @Nullable String version,
            @QueryParam("format") @Nullable String format,
            @QueryParam("hosted") @Nullable String hosted) {
        Dataset dataset = dataset(id);
        return EvalAnswers.of(datasets.export(
                context.caller().accountId(),
                dataset.id(),
                number("version", version, newest(dataset)),
                List.of(EvalFormat.of(format == null || format.isBlank() ? "deepeval" : format)),
                HOSTED.parse(hosted, false)));
    }

    /** The newest version with the one before it, unless others are told. */
    @GET
    @Path("{id}/compare")
    public Comparison compare(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Dataset dataset = dataset(id);
        int last = number("to", to, newest(dataset));
        int first = number("from", from, Math.max(1, last - 1));
        return Comparison.of(first, last, datasets.compare(context.caller().accountId(), dataset.id(), first, last));
    }

    private Dataset dataset(String id) {
        return datasets.get(context.caller().accountId(), id);
    }

    private static int newest(Dataset dataset) {
        return dataset.versions().get(0).version();
    }

    private static int number(String parameter, @Nullable String text, int otherwise) {
        return PageLimit.parse(parameter, text, otherwise, MOST_VERSIONS);
    }
}
