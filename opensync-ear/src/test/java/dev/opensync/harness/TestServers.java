package dev.opensync.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** Servers of a test run: the shared one, and those that a test needs for itself alone. */
public final class TestServers implements AutoCloseable {

    private final Databases databases = new Databases();
    private final List<OpenSyncServer> fresh = new ArrayList<>();
    private @Nullable TestServer shared;

    /** Those of this run, for extensions; JUnit closes them at its end. */
    public static TestServers of(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(TestServers.class))
                .computeIfAbsent(TestServers.class, type -> new TestServers(), TestServers.class);
    }

    /** Started when first asked for. */
    public synchronized TestServer shared() {
        if (shared == null) {
            shared = new TestServer(databases.shared());
        }
        return shared;
    }

    /**
     * A new one on an empty database, until the end of the test class. {@code name} is in lower case, {@code settings} are
     * environment variables.
     */
    public synchronized OpenSyncServer fresh(String name, Map<String, String> settings) {
        OpenSyncServer server = OpenSyncServer.start(name, databases.mariaDb(name), settings);
        fresh.add(server);
        return server;
    }

    /** Another one on the database of {@code server}. */
    public synchronized OpenSyncServer beside(String name, OpenSyncServer server, Map<String, String> settings) {
        OpenSyncServer another = OpenSyncServer.start(name, server.database(), settings);
        fresh.add(another);
        return another;
    }

    /** An empty schema of the tests' MariaDB. */
    public Database schema(String name) {
        return databases.mariaDb(name);
    }

    synchronized void closeFresh() {
        fresh.forEach(OpenSyncServer::close);
        fresh.clear();
    }

    @Override
    public synchronized void close() {
        closeFresh();
        if (shared != null) {
            shared.close();
        }
        databases.close();
    }
}
