package dev.opensync.eval.dataset;

import java.util.List;

/** Test cases that belong together under a name; {@code versions} are the complete ones, newest first. */
public record Dataset(String id, String name, List<DatasetVersion> versions) {

    public Dataset {
        versions = List.copyOf(versions);
    }
}
