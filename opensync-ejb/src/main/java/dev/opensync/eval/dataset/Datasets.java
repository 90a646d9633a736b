package dev.opensync.eval.dataset;

import dev.opensync.eval.EvalSelection;
import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.ExportOptions;
import dev.opensync.eval.export.CaseSource;
import dev.opensync.eval.export.EvalDownload;
import dev.opensync.eval.export.EvalExports;
import dev.opensync.eval.export.EvalFormat;
import dev.opensync.shared.OpenSyncException;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Lets owners keep chosen test cases under a name, version by version, and take them out again as they were. */
@ApplicationScoped
public class Datasets {

    public static final int MOST_NAME_CHARS = 100;
    public static final int MOST_NOTE_CHARS = 1_000;

    private static final int MOST_LISTED = 1_000;
    private static final int MOST_DIFFERENCES = 200;

    @Inject
    EvalExports exports;

    @EJB
    DatasetService service;

    @Inject
    DatasetReading reading;

    @Inject
    DatasetRepository datasets;

    /**
     * As the next version of the dataset of that name, which is made if there is none. Reads all sessions that are meant. Fails
     * with {@code NOT_FOUND} if there is nothing in them, and with {@code INVALID}.
     */
    public DatasetVersion save(
            long accountId, String name, String note, EvalSelection selection, ExportOptions options) {
        ExportOptions kept = options.with(draft -> draft.hosted = false);
        NewVersion version = service.begin(accountId, checkedName(name), checkedNote(note), StoredOptions.text(kept));
        VersionFilling filling = new VersionFilling(service, version, kept);
        try {
            for (Conversation conversation :
                    exports.source(accountId, selection, kept).conversations()) {
                filling.add(conversation);
            }
            if (filling.isEmpty()) {
                throw OpenSyncException.notFound("No sessions match the specified filters");
            }
            filling.complete();
        } catch (RuntimeException e) {
            service.discard(version);
            throw e;
        }
        return version(get(accountId, version.publicId()), version.version());
    }

    private static String checkedName(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.codePointCount(0, stripped.length()) > MOST_NAME_CHARS
                || stripped.matches(".*[/\\\\\\p{Cntrl}].*")) {
            throw OpenSyncException.invalid(
                            "The name of a dataset must have 1 to " + MOST_NAME_CHARS + " characters and no slash")
                    .as("dataset_name", MOST_NAME_CHARS);
        }
        return stripped;
    }

    private static String checkedNote(String note) {
        String stripped = note.strip();
        if (stripped.codePointCount(0, stripped.length()) > MOST_NOTE_CHARS) {
            throw OpenSyncException.invalid("A note may have at most " + MOST_NOTE_CHARS + " characters")
                    .as("dataset_note", MOST_NOTE_CHARS);
        }
        return stripped;
    }

    /** The one with the newest version first. */
    public List<Dataset> list(long accountId) {
        return datasets.list(accountId, MOST_LISTED);
    }

    /** {@code id}: or the name. Fails with {@code NOT_FOUND}, also for a dataset of someone else. */
    public Dataset get(long accountId, String id) {
        return datasets.find(accountId, id).stream()
                .findFirst()
                .orElseThrow(() -> OpenSyncException.notFound("Dataset not found"));
    }

    /** The same bytes each time. Fails with {@code NOT_FOUND}. */
    public EvalDownload export(long accountId, String id, int number, List<EvalFormat> formats, boolean hosted) {
        Dataset dataset = get(accountId, id);
        DatasetVersion version = version(dataset, number);
        CaseSource source = new CaseSource(
                reading.conversations(accountId, versionId(accountId, dataset, number)),
                version.options().with(options -> options.hosted = hosted),
                version.createdAt());
        String name = dataset.name().replaceAll("[^A-Za-z0-9._-]+", "-") + "-v" + number;
        return new EvalDownload(source, formats, name);
    }

    /** Fails with {@code NOT_FOUND}. */
    public DatasetComparison compare(long accountId, String id, int from, int to) {
        Dataset dataset = get(accountId, id);
        return datasets.compare(
                versionId(accountId, dataset, from), versionId(accountId, dataset, to), MOST_DIFFERENCES);
    }

    /** With all versions. {@code id}: or the name. Fails with {@code NOT_FOUND}. */
    public void delete(long accountId, String id) {
        service.delete(accountId, get(accountId, id).id());
    }

    private long versionId(long accountId, Dataset dataset, int version) {
        Long id = datasets.versionId(accountId, dataset.id(), version);
        if (id == null) {
            throw noVersion();
        }
        return id;
    }

    private static DatasetVersion version(Dataset dataset, int number) {
        return dataset.versions().stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(Datasets::noVersion);
    }

    private static OpenSyncException noVersion() {
        return OpenSyncException.notFound("Version not found");
    }
}
