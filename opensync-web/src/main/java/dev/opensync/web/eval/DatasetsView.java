package dev.opensync.web.eval;

import dev.opensync.eval.dataset.Dataset;
import dev.opensync.eval.dataset.Datasets;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.web.security.SignedInAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reader's datasets with their versions, and two versions of one beside each other. */
@Named
@RequestScoped
public class DatasetsView {

    @Inject
    Datasets datasets;

    @Inject
    SignedInAccount signedIn;

    @Inject
    InstantSource clock;

    private @Nullable String id;
    private @Nullable String from;
    private @Nullable String to;
    private List<ShownDataset> shown = List.of();
    private @Nullable ShownComparison comparison;

    /** Compares if the address names two versions. Fails with {@code NOT_FOUND}, also for a dataset of someone else. */
    public void load() {
        Instant now = clock.instant();
        shown = datasets.list(signedIn.getId()).stream()
                .map(dataset -> ShownDataset.of(dataset, now))
                .toList();
        if (id != null && from != null && to != null) {
            Dataset compared = datasets.get(signedIn.getId(), id);
            int first = number(from);
            int second = number(to);
            comparison = ShownComparison.of(
                    compared, first, second, datasets.compare(signedIn.getId(), compared.id(), first, second));
        }
    }

    /** Fails with {@code NOT_FOUND} for what is no number. */
    static int number(@Nullable String text) {
        try {
            return Integer.parseInt(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw OpenSyncException.notFound("No such version");
        }
    }

    public List<ShownDataset> getShown() {
        return shown;
    }

    /** Null unless two versions are compared. */
    public @Nullable ShownComparison getComparison() {
        return comparison;
    }

    public List<String> getFormats() {
        return ExportChoice.formatNames();
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }
}
