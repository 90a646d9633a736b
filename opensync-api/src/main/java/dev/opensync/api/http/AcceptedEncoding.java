package dev.opensync.api.http;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an {@code Accept-Encoding} header says. */
final class AcceptedEncoding {

    private static final Pattern REFUSED = Pattern.compile(";\\s*q\\s*=\\s*0(\\.0*)?\\s*$");

    private AcceptedEncoding() {}

    /** Null, no header, accepts nothing but the plain form. */
    static boolean isGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        for (String entry : header.toLowerCase(Locale.ROOT).split(",", -1)) {
            String coding = entry.split(";", 2)[0].strip();
            if (coding.equals("gzip")) {
                return !REFUSED.matcher(entry).find();
            }
        }
        return false;
    }
}
