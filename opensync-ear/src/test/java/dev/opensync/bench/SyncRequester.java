package dev.opensync.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends messages as a plugin does, one by one or in batches. */
final class SyncRequester implements Requester {

    private static final int OK = 200;

    private final HttpConnection connection;
    private final MessageSource source;
    private final boolean isBatch;

    private SyncRequester(HttpConnection connection, MessageSource source, boolean isBatch) {
        this.connection = connection;
        this.source = source;
        this.isBatch = isBatch;
    }

    static SyncRequester batches(URI server, String key, MessageSource source) {
        return new SyncRequester(new HttpConnection(server, "POST /sync/batch", key), source, true);
    }

    static SyncRequester messages(URI server, String key, MessageSource source) {
        return new SyncRequester(new HttpConnection(server, "POST /sync/message", key), source, false);
    }

    @Override
    public boolean request() {
        source.advance();
        StringBuilder body = new StringBuilder(source.batchSize() * 1_200);
        if (isBatch) {
            body.append("{\"sessions\":[],\"messages\":[");
        }
        for (int i = 0; i < source.batchSize(); i++) {
            body.append(i == 0 ? "" : ",");
            appendMessage(body, i);
        }
        if (isBatch) {
            body.append("]}");
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.ISO_8859_1);
        return connection.send(bytes, bytes.length) == OK;
    }

    @Override
    public void close() {
        connection.close();
    }

    private void appendMessage(StringBuilder body, int index) {
        body.append("{\"sessionExternalId\":\"")
                .append(source.sessionId())
                .append("\",\"externalId\":\"")
                .append(source.messageId(index))
                .append("\",\"role\":\"assistant\",\"source\":\"claude-code\",\"model\":\"")
                .append(source.model())
                .append("\",\"textContent\":\"")
                .append(source.text(index))
                .append("\"}");
    }
}
