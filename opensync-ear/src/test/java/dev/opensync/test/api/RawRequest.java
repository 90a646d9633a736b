package dev.opensync.test.api;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request that no HTTP client of Java would send. */
final class RawRequest {

    /** In place of a status, where the connection was closed without an answer. */
    static final int NO_ANSWER = 0;

    private static final int LIMIT_MILLIS = 60_000;

    private RawRequest() {}

    /**
     * Status of the answer.
     *
     * @param head request line and headers, each with its line end
     * @param body after it nothing more comes, however long it was announced to be
     */
    static int send(URI server, String head, String body) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(LIMIT_MILLIS);
            String request = head + "Host: " + server.getAuthority() + "\r\nConnection: close\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.isEmpty() ? NO_ANSWER : Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
