package dev.opensync.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A kept-alive connection that costs little: the generator shares the processors with what it measures. */
public final class HttpConnection implements AutoCloseable {

    private static final int ANSWER_LIMIT_MILLIS = 60_000;
    private static final int HEX = 16;

    private final URI server;
    private final byte[] headers;
    private @Nullable Socket socket;
    private @Nullable InputStream answers;

    /** {@code request}: method and path; {@code key} null = without a credential. */
    public HttpConnection(URI server, String request, @Nullable String key) {
        this.server = server;
        headers = (request + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n"
                        + (key == null ? "" : "Authorization: Bearer " + key + "\r\n")
                        + "Content-Type: application/json\r\nContent-Length: ")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The status; 0 if the connection broke, which the next call opens again. */
    public int send(byte[] body, int length) {
        try {
            if (socket == null) {
                open();
            }
            byte[] end = (length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
            byte[] request = new byte[headers.length + end.length + length];
            System.arraycopy(headers, 0, request, 0, headers.length);
            System.arraycopy(end, 0, request, headers.length, end.length);
            System.arraycopy(body, 0, request, headers.length + end.length, length);
            socket.getOutputStream().write(request);
            return answer(answers);
        } catch (IOException broken) {
            close();
            return 0;
        }
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        socket = null;
    }

    private void open() throws IOException {
        Socket opened = new Socket();
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(ANSWER_LIMIT_MILLIS);
        opened.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket = opened;
        answers = new BufferedInputStream(opened.getInputStream(), 16_384);
    }

    private int answer(InputStream input) throws IOException {
        int status = Integer.parseInt(line(input).split(" ", 3)[1]);
        int length = 0;
        boolean isChunked = false;
        boolean isLast = false;
        for (String header = line(input); !header.isEmpty(); header = line(input)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).trim());
            }
            isChunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            isLast |= lower.startsWith("connection:") && lower.contains("close");
        }
        input.skipNBytes(length);
        if (isChunked) {
            skipChunks(input);
        }
        if (isLast) {
            close();
        }
        return status;
    }

    private static void skipChunks(InputStream input) throws IOException {
        int size;
        do {
            size = Integer.parseInt(line(input).trim(), HEX);
            input.skipNBytes(size);
            line(input);
        } while (size > 0);
    }

    private static String line(InputStream input) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
