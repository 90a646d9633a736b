package dev.opensync.api.sync;

import dev.opensync.api.json.JsonFields;
import dev.opensync.api.json.JsonText;
import dev.opensync.api.json.JsonValue;
import dev.opensync.session.MessageRole;
import dev.opensync.sync.MessageUpsert;
import dev.opensync.sync.PartUpsert;
import dev.opensync.sync.SessionUpsert;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads one event of {@code sync:recordEvent} as a report on a session and its messages (wire contract 6.8). Each value is
 * looked for under its known name, then under the spelling of Claude Code's own hooks.
 */
final class EventReader {

    private static final String UNKNOWN = "unknown";

    /** Bodies of single events; everything else in a payload describes the session. */
    private static final String[] BODY_FIELDS = {
        "messages",
        "prompt",
        "text",
        "content",
        "toolName",
        "tool_name",
        "name",
        "toolInput",
        "args",
        "tool_input",
        "input",
        "toolResult",
        "outcome",
        "tool_response",
        "result",
        "toolUseId",
        "tool_use_id",
        "apiKey",
        "api_key"
    };

    private final String type;
    private final @Nullable Long timeMs;
    private final @Nullable String source;
    private final JsonFields payload;
    private final @Nullable String sessionId;

    /** {@code args}: the arguments of the function call. */
    EventReader(JsonFields args) {
        type = Objects.requireNonNullElse(args.text("eventType", "event_type", "type"), UNKNOWN);
        timeMs = args.timeMillis("timestamp");
        source = args.text("source");
        payload = Objects.requireNonNullElse(args.object("payload"), JsonFields.NONE);
        sessionId = SessionReader.checkedId(payload.id("sessionId", "session_id", "externalId"), "sessionId");
    }

    String type() {
        return type;
    }

    /** Null if the event names no session; then it reports nothing. */
    @Nullable
    String sessionId() {
        return sessionId;
    }

    SessionUpsert session(String id) {
        JsonFields usage = SessionReader.usage(payload);
        for (String field : BODY_FIELDS) {
            payload.value(field);
        }
        return new SessionUpsert(
                id,
                payload.text("title"),
                payload.text("workingDirectory", "projectPath", "cwd"),
                payload.text("projectName"),
                payload.text("model"),
                payload.text("provider"),
                source,
                SessionReader.promptTokens(payload, usage),
                SessionReader.completionTokens(payload, usage),
                null,
                payload.whole("durationMs"),
                type.equals("session_start") ? timeMs : null,
                type.equals("session_end") ? timeMs : null,
                payload.rest());
    }

    List<MessageUpsert> messages(String id) {
        return switch (type) {
            case "user_prompt" -> prompt(id);
            case "tool_use" -> toolUse(id);
            case "response_complete", "session_end", "manual_sync" -> transcript(id);
            default -> List.of();
        };
    }

    private List<MessageUpsert> prompt(String id) {
        String text = payload.text("prompt", "text", "content");
        return text == null
                ? List.of()
                : List.of(message(id, "prompt-" + when(text), MessageRole.USER, text, timeMs, null));
    }

    private List<MessageUpsert> toolUse(String id) {
        JsonValue input = payload.value("toolInput", "args", "tool_input", "input");
        JsonValue result = payload.value("toolResult", "outcome", "tool_response", "result");
        Map<String, byte[]> call = new LinkedHashMap<>();
        call.put(
                "toolName",
                JsonText.string(Objects.requireNonNullElse(payload.text("toolName", "tool_name", "name"), UNKNOWN)));
        call.put("args", input == null ? JsonText.NULL : input.raw());
        List<PartUpsert> parts = new ArrayList<>();
        parts.add(new PartUpsert("tool-call", JsonText.object(call), null));
        if (result != null) {
            parts.add(new PartUpsert("tool-result", result.raw(), null));
        }
        String suffix = Objects.requireNonNullElseGet(
                payload.id("toolUseId", "tool_use_id"),
                () -> "tool-" + when(new String(JsonText.object(call), StandardCharsets.UTF_8)));
        return List.of(message(id, suffix, MessageRole.ASSISTANT, null, timeMs, parts));
    }

    private List<MessageUpsert> transcript(String id) {
        JsonValue list = payload.value("messages");
        List<MessageUpsert> messages = new ArrayList<>();
        for (JsonValue element : list == null || !list.isArray() ? List.<JsonValue>of() : list.elements()) {
            JsonFields fields = element.isObject() ? JsonFields.of(element) : JsonFields.NONE;
            JsonValue content = fields.value("content", "text", "textContent");
            messages.add(message(
                    id,
                    "msg-" + messages.size(),
                    MessageRole.of(fields.text("role")),
                    content == null ? null : BodyText.of(content),
                    fields.timeMillis("timestamp", "createdAt"),
                    null));
        }
        return messages;
    }

    /** Tells events of one kind apart: by their time, without one by what they say. */
    private String when(String content) {
        return timeMs == null
                ? UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8))
                        .toString()
                : timeMs.toString();
    }

    private MessageUpsert message(
            String id,
            String suffix,
            MessageRole role,
            @Nullable String text,
            @Nullable Long createdAtMs,
            @Nullable List<PartUpsert> parts) {
        return new MessageUpsert(
                id,
                Objects.requireNonNull(SessionReader.checkedId(id + "-" + suffix, "sessionId")),
                role,
                text,
                null,
                source,
                null,
                null,
                null,
                createdAtMs,
                parts,
                Map.of());
    }
}
