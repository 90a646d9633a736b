package dev.opensync.search;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

/** An index on a cluster of OpenSearch or Elasticsearch. */
final class ClusterHome implements IndexHome {

    private static final Logger LOG = System.getLogger(ClusterHome.class.getName());
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int NOT_FOUND = 404;

    /** Only what this class has made has it: a cluster makes missing indexes itself when somebody writes to them. */
    private static final String OUR_SETTING = "index.highlight.max_analyzed_offset";

    private final List<String> urls;
    private final ClusterLayout layout;
    private final Map<String, Object> properties = new HashMap<>();

    private @Nullable SearchIndex connected;

    ClusterHome(List<String> urls, ClusterAccess access, ClusterLayout layout) {
        this.urls = List.copyOf(urls);
        this.layout = layout;
        properties.put("hibernate.search.schema_management.strategy", "none");
        properties.put("hibernate.search.backend.type", "elasticsearch");
        properties.put("hibernate.search.backend.uris", this.urls);
        properties.put("hibernate.search.backend.client.configurer", access);
        properties.put("hibernate.search.backend.layout.strategy", layout);
        properties.put("hibernate.search.backend.analysis.configurer", new ClusterAnalysis());
        properties.put(
                "hibernate.search.backend.schema_management.settings_file", "dev/opensync/search/cluster-index.json");
        access.user().ifPresent(user -> properties.put("hibernate.search.backend.username", user));
        access.password().ifPresent(password -> properties.put("hibernate.search.backend.password", password));
    }

    /** Made of the numbers that the cluster gives to its indexes when they are made. */
    @Override
    public String name() throws IOException {
        SearchIndex index = index();
        JsonObject found = settings(index);
        if (found == null) {
            index.createMissing();
            found = settings(index);
        } else if (!areOurs(found)) {
            LOG.log(Level.WARNING, () -> "Search indexes that OpenSync has not made are replaced: " + this);
            index.recreate();
            found = settings(index);
        }
        if (found == null) {
            throw new IOException("The search indexes cannot be made");
        }
        return name(found);
    }

    private static boolean areOurs(JsonObject found) {
        return found.keySet().stream().allMatch(name -> settings(found, name).containsKey(OUR_SETTING));
    }

    private static String name(JsonObject found) {
        TreeSet<String> numbers = new TreeSet<>();
        found.keySet().forEach(name -> numbers.add(settings(found, name).getString("index.uuid")));
        return UUID.nameUUIDFromBytes(numbers.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static JsonObject settings(JsonObject found, String index) {
        return found.getJsonObject(index).getJsonObject("settings");
    }

    /** By name of the index; null if one is missing. */
    private @Nullable JsonObject settings(SearchIndex index) throws IOException {
        String names = String.join(
                ",",
                index.names().stream()
                        .map(layout::createInitialElasticsearchIndexName)
                        .toList());
        Request request = new Request("GET", "/" + names + "/_settings");
        request.addParameter("flat_settings", "true");
        RestClient client = index.client(RestClient.class);
        try (InputStream body = client.performRequest(request).getEntity().getContent();
                JsonReader reader = JSON.createReader(body)) {
            return reader.readObject();
        } catch (ResponseException e) {
            if (e.getResponse().getStatusLine().getStatusCode() == NOT_FOUND) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public SearchIndex open() {
        return index();
    }

    @Override
    public void discard() {
        index().recreate();
    }

    private SearchIndex index() {
        SearchIndex current = connected;
        if (current == null || current.isClosed()) {
            current = SearchIndex.open(properties);
            connected = current;
        }
        return current;
    }

    @Override
    public String toString() {
        return String.join(", ", urls) + ", " + layout.prefix();
    }
}
