package dev.opensync.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where the indexes of these tests lie: in a directory, or on a cluster if the programs of one are given. */
final class TestHomes {

    private static final String PROGRAMS = System.getProperty("opensync.test.opensearch-node", "");

    private TestHomes() {}

    /** The same for the same directory. */
    static IndexHome in(Path directory) {
        return PROGRAMS.isEmpty()
                ? new LuceneHome(directory)
                : new ClusterHome(
                        List.of(Cluster.NODE.url()),
                        new ClusterAccess(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                        new ClusterLayout(directory.getFileName().toString().toLowerCase(Locale.ROOT)));
    }

    static SearchIndex open(Path directory) throws IOException {
        IndexHome home = in(directory);
        home.name();
        return home.open();
    }

    /** Started when first asked for, and stopped with the tests. */
    private static final class Cluster {
        static final ClusterNode NODE = ClusterNode.start(Path.of(PROGRAMS));
    }
}
