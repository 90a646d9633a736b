package dev.opensync.api.http;

import dev.opensync.shared.Sha256;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is held back until it is whole, so that it can carry a tag of its content and be left out where the client
 * has it already. From {@link #MOST_HELD_BYTES} on it is passed on as it comes, without a tag: the memory of an answer does
 * not grow with its size. Either way it is compressed for who wants it.
 *
 * <p>Not for asynchronous resources: {@link #finish} is due when the resource returns.
 */
final class BufferedAnswer extends HttpServletResponseWrapper {

    static final int MOST_HELD_BYTES = 1 << 20;

    /** Below this the headers weigh more than what is saved. */
    private static final int LEAST_COMPRESSED_BYTES = 1024;

    private static final int CHUNK_BYTES = 8192;
    private static final int TAG_BYTES = 16;
    private static final String ETAG = "ETag";

    private final boolean reading;
    private final boolean bodiless;
    private final boolean gzipAccepted;
    private final @Nullable String ifNoneMatch;
    private final Stream stream = new Stream();
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable OutputStream passedOn;

    BufferedAnswer(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        bodiless = HeadAsGet.METHOD.equals(request.getMethod());
        reading = bodiless || "GET".equals(request.getMethod());
        gzipAccepted = AcceptedEncoding.isGzip(request.getHeader("Accept-Encoding"));
        ifNoneMatch = request.getHeader("If-None-Match");
    }

    /** Sends what is still held. */
    void finish() throws IOException {
        if (passedOn != null) {
            passedOn.close();
            return;
        }
        addHeaders();
        byte[] body = held.toByteArray();
        if (isTagged()) {
            if (getHeader(ETAG) == null) {
                setHeader(ETAG, tag(body));
            }
            if (EntityTags.contain(ifNoneMatch, getHeader(ETAG))) {
                setStatus(SC_NOT_MODIFIED);
                return;
            }
        }
        if (body.length == 0) {
            return;
        }
        byte[] sent = isCompressed(body.length) ? compressed(body) : body;
        super.setContentLength(sent.length);
        if (!bodiless) {
            super.getOutputStream().write(sent);
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    /** A forward asks for it to close it. */
    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    @Override
    public boolean isCommitted() {
        return passedOn != null || super.isCommitted();
    }

    @Override
    public void flushBuffer() throws IOException {
        stream.flush();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        held.reset();
    }

    @Override
    public void reset() {
        super.reset();
        held.reset();
    }

    /** Only {@link #finish} knows how long the body will be. */
    @Override
    public void setContentLength(int length) {}

    @Override
    public void setContentLengthLong(long length) {}

    @Override
    public void setHeader(String name, String value) {
        if (!"Content-Length".equalsIgnoreCase(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!"Content-Length".equalsIgnoreCase(name)) {
            super.addHeader(name, value);
        }
    }

    private boolean isTagged() {
        return reading && getStatus() == SC_OK;
    }

    private void addHeaders() {
        addHeader("Vary", "Authorization, Accept-Encoding");
        if (reading && (getStatus() == SC_OK || getStatus() == SC_NOT_MODIFIED)) {
            setHeader("Cache-Control", "private, no-cache");
        }
    }

    /** Weak, because it is the same for the compressed form. */
    private static String tag(byte[] body) {
        byte[] hash = Arrays.copyOf(Sha256.digest().digest(body), TAG_BYTES);
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash) + "\"";
    }

    private boolean isCompressed(long length) {
        if (!gzipAccepted || length < LEAST_COMPRESSED_BYTES || getHeader("Content-Encoding") != null) {
            return false;
        }
        String type = String.valueOf(getContentType()).toLowerCase(Locale.ROOT);
        boolean text = type.startsWith("text/") || type.contains("json") || type.contains("xml");
        return text && !type.startsWith("text/event-stream");
    }

    private byte[] compressed(byte[] body) throws IOException {
        setHeader("Content-Encoding", "gzip");
        ByteArrayOutputStream small = new ByteArrayOutputStream(body.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(small, CHUNK_BYTES)) {
            gzip.write(body);
        }
        return small.toByteArray();
    }

    private OutputStream passOn() throws IOException {
        addHeaders();
        if (bodiless) {
            held.reset();
            return OutputStream.nullOutputStream();
        }
        OutputStream out = super.getOutputStream();
        if (isCompressed(Long.MAX_VALUE)) {
            setHeader("Content-Encoding", "gzip");
            out = new GZIPOutputStream(out, CHUNK_BYTES);
        }
        held.writeTo(out);
        held.reset();
        return out;
    }

    private final class Stream extends ServletOutputStream {

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (passedOn == null && held.size() + length > MOST_HELD_BYTES) {
                passedOn = passOn();
            }
            (passedOn == null ? held : passedOn).write(bytes, offset, length);
        }

        /** What is held stays held. */
        @Override
        public void flush() throws IOException {
            if (passedOn != null) {
                passedOn.flush();
            }
        }

        /** A forward closes what it wrote to; the answer ends with {@link #finish}. */
        @Override
        public void close() throws IOException {
            flush();
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Answers of the HTTP edges are written by blocking");
        }
    }
}
