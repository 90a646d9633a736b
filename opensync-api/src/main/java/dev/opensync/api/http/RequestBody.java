package dev.opensync.api.http;

import dev.opensync.shared.OpenSyncException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the body of a request up to the configured limit. */
@ApplicationScoped
public class RequestBody {

    /** Memory is set aside for so many bytes before they are there. */
    private static final int MOST_TAKEN_ON_TRUST = 1 << 20;

    @Inject
    HttpServletRequest request;

    @Inject
    @ConfigProperty(name = "opensync.sync.max-body-bytes", defaultValue = "33554432")
    int maxBytes;

    /** Answers 413 as soon as the limit is passed, and 400 if the body breaks off. */
    public byte[] read(InputStream body) {
        byte[] bytes = readUpToTheLimit(body);
        require(bytes.length);
        return bytes;
    }

    /** Answers 413 for more bytes than a body may have. */
    void require(long bytes) {
        if (bytes > maxBytes) {
            throw new ClientErrorException(
                    "The request body is larger than " + maxBytes + " bytes", Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
    }

    private byte[] readUpToTheLimit(InputStream body) {
        try {
            int trusted = Math.min(maxBytes, MOST_TAKEN_ON_TRUST);
            byte[] announced = new byte[Math.max(0, Math.min(request.getContentLength(), trusted))];
            int length = body.readNBytes(announced, 0, announced.length);
            byte[] rest = body.readNBytes(Math.min(maxBytes, Integer.MAX_VALUE - 1) + 1 - length);
            if (rest.length == 0 && length == announced.length) {
                return announced;
            }
            byte[] whole = Arrays.copyOf(announced, length + rest.length);
            System.arraycopy(rest, 0, whole, length, rest.length);
            return whole;
        } catch (IOException e) {
            throw OpenSyncException.invalid("The request body ended early");
        }
    }
}
