package dev.opensync.session;

import org.jspecify.annotations.Nullable;

/**
 * One part of a message, exactly as the coding tool sent it.
 *
 * @param type free text such as {@code text}, {@code tool-call}, {@code thinking}
 * @param content the text of a JSON value
 * @param extra other keys of the part, as the text of a JSON object; null if there were none
 */
public record TranscriptPart(
        String type, String content, @Nullable String extra) {}
