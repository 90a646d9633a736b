package dev.opensync.web.context;

import dev.opensync.web.faces.Formats;
import java.time.Instant;

/** A time for the browser to write in its own zone, and how it reads without that. */
public record When(String iso, String relative) {

    static When of(Instant time, Instant now) {
        return new When(time.toString(), Formats.ago(time, now));
    }
}
