package dev.opensync.api.sync;

import dev.opensync.api.json.JsonFields;
import dev.opensync.api.json.JsonValue;
import dev.opensync.session.MessageRole;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.shared.Sha256;
import dev.opensync.sync.MessageUpsert;
import dev.opensync.sync.PartUpsert;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a message as any version of any plugin sends it: the canonical names first, then their aliases. */
final class MessageReader {

    private MessageReader() {}

    static MessageUpsert read(JsonValue json) {
        JsonFields fields = SessionReader.fields(json, "A message");
        String sessionId = SessionReader.checkedId(fields.id("sessionExternalId", "sessionId"), "sessionExternalId");
        if (sessionId == null) {
            throw OpenSyncException.invalid("Missing sessionExternalId");
        }
        String id = SessionReader.checkedId(fields.id("externalId", "messageId", "id"), "externalId");
        JsonValue roleName = fields.value("role");
        MessageRole role = MessageRole.of(roleName == null ? null : roleName.scalar());
        JsonValue body = fields.value("textContent", "content", "text");
        JsonFields usage = SessionReader.usage(fields);
        Long createdAtMs = fields.timeMillis("createdAt", "timestamp", "created");
        String text = body == null ? null : BodyText.of(body);
        List<PartUpsert> parts = parts(fields.value("parts"), body);
        return new MessageUpsert(
                sessionId,
                id == null ? derivedId(sessionId, role, createdAtMs, text, parts) : id,
                role,
                text,
                fields.text("model"),
                fields.text("source"),
                SessionReader.promptTokens(fields, usage),
                SessionReader.completionTokens(fields, usage),
                fields.whole("durationMs"),
                createdAtMs,
                parts,
                fields.rest());
    }

    private static @Nullable List<PartUpsert> parts(@Nullable JsonValue parts, @Nullable JsonValue body) {
        if (parts == null) {
            return body != null && body.isArray() && BodyText.hasOtherThanText(body) ? parts(body) : null;
        }
        if (!parts.isArray() && !parts.isObject()) {
            throw OpenSyncException.invalid("parts must be an array");
        }
        return parts.isArray() ? parts(parts) : List.of(PartReader.read(parts));
    }

    private static List<PartUpsert> parts(JsonValue array) {
        return array.elements().stream()
                .filter(part -> !part.isNull())
                .map(PartReader::read)
                .toList();
    }

    /** The same message sent again without an id must meet its first copy: the id follows from what was sent. */
    private static String derivedId(
            String sessionId,
            MessageRole role,
            @Nullable Long createdAtMs,
            @Nullable String text,
            @Nullable List<PartUpsert> parts) {
        MessageDigest digest = Sha256.digest();
        digest.update(String.join("\0", sessionId, role.name(), String.valueOf(createdAtMs), String.valueOf(text))
                .getBytes(StandardCharsets.UTF_8));
        if (parts != null) {
            parts.forEach(part -> digest.update(part.content()));
        }
        return "derived-" + HexFormat.of().formatHex(digest.digest());
    }
}
