package dev.opensync.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The same request again and again. */
final class PathRequester implements Requester {

    private final HttpConnection connection;
    private final byte[] body;
    private final int expectedStatus;

    /** {@code request}: method and path; {@code key} null = without a credential. */
    PathRequester(URI server, String request, @Nullable String key, String body, int expectedStatus) {
        connection = new HttpConnection(server, request, key);
        this.body = body.getBytes(StandardCharsets.UTF_8);
        this.expectedStatus = expectedStatus;
    }

    @Override
    public boolean request() {
        return connection.send(body, body.length) == expectedStatus;
    }

    @Override
    public void close() {
        connection.close();
    }
}
