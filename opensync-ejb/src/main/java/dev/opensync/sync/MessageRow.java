package dev.opensync.sync;

import dev.opensync.shared.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of {@code message} while its session is locked. Hashes of text and parts tell a repeated report from a changed one
 * without reading the bodies back.
 */
final class MessageRow {

    /** The message's own text is stored as the part with this number, the parts sent follow from 1. */
    static final int TEXT_PART = 0;

    private static final int HASH_BYTES = 16;

    final SessionRow session;
    final MessageUpsert upsert;
    final boolean isNew;
    final int sequence;

    @Nullable
    String model;

    @Nullable
    Long promptTokens;

    @Nullable
    Long completionTokens;

    @Nullable
    Long durationMs;

    byte @Nullable [] textHash;

    byte @Nullable [] partsHash;

    @Nullable
    String metadata;

    /** Set by {@link #apply}: the body if it has to be written again. */
    @Nullable
    String newText;

    @Nullable
    List<PartUpsert> newParts;

    MessageRow(SessionRow session, MessageUpsert upsert, int sequence, boolean isNew) {
        this.session = session;
        this.upsert = upsert;
        this.sequence = sequence;
        this.isNew = isNew;
    }

    /** Lays the report over the row and keeps the session's sums of its messages; returns whether anything changed. */
    boolean apply() {
        Object before = comparable();
        long promptBefore = orZero(promptTokens);
        long completionBefore = orZero(completionTokens);
        model = MessageUpsert.said(model, upsert.model());
        promptTokens = MessageUpsert.said(promptTokens, upsert.promptTokens());
        completionTokens = MessageUpsert.said(completionTokens, upsert.completionTokens());
        durationMs = MessageUpsert.said(durationMs, upsert.durationMs());
        metadata = ExtraFields.merge(metadata, upsert.extra());
        applyText();
        applyParts();
        session.messagePromptTokens += orZero(promptTokens) - promptBefore;
        session.messageCompletionTokens += orZero(completionTokens) - completionBefore;
        return isNew || newText != null || newParts != null || !before.equals(comparable());
    }

    private void applyText() {
        String text = upsert.text();
        if (text == null || (text.isEmpty() && textHash != null)) {
            return;
        }
        byte[] hash = hash(List.of(text.getBytes(StandardCharsets.UTF_8)));
        if (!Arrays.equals(hash, textHash)) {
            textHash = hash;
            newText = text;
        }
    }

    private void applyParts() {
        List<PartUpsert> parts = upsert.parts();
        if (parts == null || (parts.isEmpty() && partsHash == null)) {
            return;
        }
        byte[] hash = hash(parts.stream()
                .flatMap(part -> Stream.of(
                        part.type().getBytes(StandardCharsets.UTF_8),
                        part.content(),
                        Objects.requireNonNullElse(part.extra(), new byte[0])))
                .toList());
        if (!Arrays.equals(hash, partsHash)) {
            partsHash = hash;
            newParts = parts;
        }
    }

    private static long orZero(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static byte[] hash(List<byte[]> pieces) {
        MessageDigest digest = Sha256.digest();
        for (byte[] piece : pieces) {
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(piece.length).flip());
            digest.update(piece);
        }
        return Arrays.copyOf(digest.digest(), HASH_BYTES);
    }

    private Object comparable() {
        return Arrays.asList(model, promptTokens, completionTokens, durationMs, metadata);
    }
}
