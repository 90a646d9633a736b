package dev.opensync.api.http;

import dev.opensync.shared.OpenSyncException;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks bodies that were sent with {@code Content-Encoding: gzip}, up to the limit that bodies have. */
@Provider
public class BodyInflater implements ReaderInterceptor {

    @Inject
    RequestBody body;

    /** Answers 415 for another encoding and 400 for a body that is not packed as it says. */
    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        String encoding = reading.getHeaders().getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            if (!encoding.strip().equalsIgnoreCase("gzip")) {
                throw new ClientErrorException(
                        "Send the body plain or with Content-Encoding: gzip", Status.UNSUPPORTED_MEDIA_TYPE);
            }
            reading.setInputStream(new Bounded(inflated(reading.getInputStream()), body));
        }
        return reading.proceed();
    }

    private static InputStream inflated(InputStream packed) {
        try {
            return new GZIPInputStream(packed);
        } catch (IOException e) {
            throw OpenSyncException.invalid("The request body is not gzip");
        }
    }

    /** Counts what was unpacked: some bytes can unpack to gigabytes. */
    private static final class Bounded extends FilterInputStream {

        private final RequestBody limit;
        private long count;

        Bounded(InputStream in, RequestBody limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            count += read;
            limit.require(count);
        }
    }
}
