package dev.opensync.api.http;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Comparing tags of content by RFC 9110, section 13.1.2: whether a tag is weak makes no difference. */
final class EntityTags {

    private EntityTags() {}

    /** {@code header}: the value of {@code If-None-Match}, null if there is none; {@code tag}: of the answer, null for none. */
    static boolean contain(@Nullable String header, @Nullable String tag) {
        if (header == null || tag == null) {
            return false;
        }
        return header.strip().equals("*")
                || Stream.of(header.split(",")).anyMatch(known -> opaque(known).equals(opaque(tag)));
    }

    private static String opaque(String tag) {
        String text = tag.strip();
        return text.startsWith("W/") ? text.substring(2) : text;
    }
}
