package dev.opensync.sync;

import org.jspecify.annotations.Nullable;

/**
 * One part of a message as it was sent.
 *
 * @param content the bytes of a JSON value, UTF-8, kept to the letter
 * @param extra keys beside type and content, as the bytes of a JSON object; null if there were none
 */
@SuppressWarnings("ArrayRecordComponent") // Carried once from the parser to the database, never compared.
public record PartUpsert(String type, byte[] content, byte @Nullable [] extra) {}
