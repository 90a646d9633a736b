package dev.opensync.web.session;

import dev.opensync.session.TranscriptMessage;
import dev.opensync.shared.OpenSyncException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;

/** One picture of a message, as a browser takes it. */
public final class PictureFile {

    private final String type;
    private final String base64;

    private PictureFile(String type, String base64) {
        this.type = type;
        this.base64 = base64;
    }

    /** {@code number}: among the pictures of the message, from 0. Fails with {@code NOT_FOUND}. */
    public static PictureFile of(TranscriptMessage message, int number) {
        String data = Pictures.find(message, number)
                .orElseThrow(() -> OpenSyncException.notFound("The message has no such picture"));
        return new PictureFile(
                data.substring("data:".length(), data.indexOf(';')), data.substring(data.indexOf(',') + 1));
    }

    public String type() {
        return type;
    }

    public void write(OutputStream out) throws IOException {
        out.write(Base64.getMimeDecoder().decode(base64));
    }
}
