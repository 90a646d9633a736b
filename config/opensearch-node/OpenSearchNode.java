import java.util.List;
import java.util.Map;
import org.opensearch.analysis.common.CommonAnalysisPlugin;
import org.opensearch.common.settings.Settings;
import org.opensearch.index.reindex.ReindexPlugin;
import org.opensearch.knn.plugin.KNNPlugin;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/** A cluster of one node for tests: {@code java -cp 'lib/*' OpenSearchNode.java DIRECTORY HTTP_PORT}. */
class OpenSearchNode extends Node {

    OpenSearchNode(String directory, String port) {
        super(
                InternalSettingsPreparer.prepareEnvironment(
                        Settings.builder()
                                .put("path.home", directory)
                                .put("network.host", "127.0.0.1")
                                .put("http.port", port)
                                .put("transport.port", 0)
                                .put("discovery.type", "single-node")
                                // A disk that is rather full is no matter for a test.
                                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                                .build(),
                        Map.of(),
                        null,
                        () -> "test"),
                List.of(Netty4Plugin.class, CommonAnalysisPlugin.class, ReindexPlugin.class, KNNPlugin.class),
                false);
    }

    public static void main(String[] arguments) throws Exception {
        OpenSearchNode node = new OpenSearchNode(arguments[0], arguments[1]);
        node.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node)));
        Thread.currentThread().join();
    }

    private static void close(Node node) {
        try {
            node.close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
