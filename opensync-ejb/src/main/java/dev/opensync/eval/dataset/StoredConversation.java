package dev.opensync.eval.dataset;

import dev.opensync.eval.cases.CaseChoice;
import dev.opensync.eval.cases.CaseCounts;
import dev.opensync.eval.cases.Conversation;
import dev.opensync.eval.cases.SpokenMessage;
import dev.opensync.shared.TokenUsage;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A session of a version as it is kept, without its messages. */
final class StoredConversation {

    private static final JsonProvider JSON = JsonProvider.provider();

    private StoredConversation() {}

    static String text(Conversation conversation, CaseCounts counts) {
        JsonArrayBuilder tags = JSON.createArrayBuilder();
        conversation.tags().forEach(tags::add);
        JsonObjectBuilder kept = JSON.createObjectBuilder()
                .add("sessionId", conversation.sessionId())
                .add("source", conversation.source())
                .add("tags", tags)
                .add("promptTokens", conversation.tokens().prompt())
                .add("completionTokens", conversation.tokens().completion())
                .add("createdMs", conversation.createdAt().toEpochMilli())
                .add("messages", counts.messages())
                .add("turns", counts.turns())
                .add("full", counts.full())
                .add("last", counts.last());
        addIfPresent(kept, "model", conversation.model());
        addIfPresent(kept, "project", conversation.project());
        addIfPresent(kept, "status", conversation.status());
        addIfPresent(kept, "expectedOutput", conversation.expectedOutput());
        if (conversation.choice().only()) {
            JsonArrayBuilder cases = JSON.createArrayBuilder();
            conversation.choice().sequences().stream().sorted().forEach(cases::add);
            kept.add("cases", cases);
        }
        if (conversation.durationMs() != null) {
            kept.add("durationMs", conversation.durationMs());
        }
        return kept.build().toString();
    }

    private static void addIfPresent(JsonObjectBuilder kept, String name, @Nullable String value) {
        if (value != null) {
            kept.add(name, value);
        }
    }

    static Conversation parse(String text, Iterable<SpokenMessage> messages) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonObject kept = reader.readObject();
            return new Conversation(
                    kept.getString("sessionId"),
                    kept.getString("source"),
                    textOrNull(kept, "model"),
                    textOrNull(kept, "project"),
                    kept.getJsonArray("tags").getValuesAs(JsonString::getString),
                    textOrNull(kept, "status"),
                    textOrNull(kept, "expectedOutput"),
                    new TokenUsage(number(kept, "promptTokens"), number(kept, "completionTokens")),
                    kept.containsKey("durationMs") ? Long.valueOf(number(kept, "durationMs")) : null,
                    Instant.ofEpochMilli(number(kept, "createdMs")),
                    new CaseCounts(
                            kept.getInt("messages"), kept.getInt("turns"), kept.getInt("full"), kept.getInt("last")),
                    choice(kept.getJsonArray("cases")),
                    messages);
        }
    }

    private static CaseChoice choice(@Nullable JsonArray cases) {
        return cases == null
                ? CaseChoice.ALL
                : new CaseChoice(
                        true,
                        cases.getValuesAs(JsonNumber.class).stream()
                                .map(JsonNumber::intValueExact)
                                .collect(Collectors.toSet()));
    }

    private static @Nullable String textOrNull(JsonObject kept, String name) {
        return kept.get(name) instanceof JsonString text ? text.getString() : null;
    }

    private static long number(JsonObject kept, String name) {
        JsonNumber number = kept.getJsonNumber(name);
        return number.longValueExact();
    }
}
