package dev.opensync.api.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensync.api.json.JsonValue;
import dev.opensync.session.MessageRole;
import dev.opensync.shared.OpenSyncException;
import dev.opensync.sync.MessageUpsert;
import dev.opensync.sync.PartUpsert;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageReaderTest {

    @Test
    void oldNamesAreUnderstood() {
        MessageUpsert message = read("""
                {"sessionId":"s","messageId":"m","role":"human","content":"hi","timestamp":"2026-01-02T03:04:05Z",
                 "inputTokens":"7","outputTokens":3.4}
                """);

        assertThat(message.sessionExternalId()).isEqualTo("s");
        assertThat(message.externalId()).isEqualTo("m");
        assertThat(message.role()).isEqualTo(MessageRole.USER);
        assertThat(message.text()).isEqualTo("hi");
        assertThat(message.createdAtMs()).isEqualTo(1_767_323_045_000L);
        assertThat(message.promptTokens()).isEqualTo(7);
        assertThat(message.completionTokens()).isEqualTo(3);
        assertThat(message.extra()).isEmpty();
    }

    @Test
    void canonicalNameBeatsItsAlias() {
        assertThat(read("{\"sessionExternalId\":\"s\",\"sessionId\":\"t\",\"externalId\":\"m\"}")
                        .sessionExternalId())
                .isEqualTo("s");
    }

    @Test
    void messageWithoutIdGetsTheSameIdEachTime() {
        String body = "{\"sessionExternalId\":\"s\",\"role\":\"user\",\"textContent\":\"hi\"}";

        assertThat(read(body).externalId()).isEqualTo(read(body).externalId());
        assertThat(read(body.replace("hi", "ho")).externalId())
                .isNotEqualTo(read(body).externalId());
    }

    @Test
    void flatPartKeepsItsFieldsAsContent() {
        assertThat(parts("[{\"type\":\"tool-call\",\"toolName\":\"Bash\",\"args\":{\"a\":1.0}}]"))
                .containsExactly("tool-call {\"toolName\":\"Bash\",\"args\":{\"a\":1.0}} null");
    }

    @Test
    void keysBesideContentAreKept() {
        assertThat(parts("[{\"type\":\"tool-result\",\"content\":\"done\",\"id\":\"toolu_1\"}]"))
                .containsExactly("tool-result \"done\" {\"id\":\"toolu_1\"}");
    }

    @Test
    void partsOfAnyShapeAreTaken() {
        assertThat(parts(
                        "[\"plain\", 7, {}, {\"type\":null,\"content\":null}, {\"type\":\"thinking\",\"content\":[]}]"))
                .containsExactly(
                        "text \"plain\" null",
                        "unknown 7 null",
                        "unknown null null",
                        "unknown null null",
                        "thinking [] null");
    }

    @Test
    void missingPartsAreNotEmptyParts() {
        assertThat(read("{\"sessionExternalId\":\"s\",\"externalId\":\"m\",\"parts\":null}")
                        .parts())
                .isNull();
        assertThat(parts("[]")).isEmpty();
    }

    @Test
    void contentBlocksGiveTextAndParts() {
        MessageUpsert message = read("""
                {"sessionExternalId":"s","externalId":"m","content":[
                  {"type":"text","text":"Look:"},{"type":"tool_use","name":"Read","input":{}},{"type":"text","text":"Done"}]}
                """);

        assertThat(message.text()).isEqualTo("Look:\nDone");
        assertThat(message.parts()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "1767323045000, 1767323045000",
        "1767323045, 1767323045000",
        "'\"1767323045000\"', 1767323045000",
        "'\"2026-01-02 03:04:05\"', 1767323045000",
        "'\"2026-01-02T04:04:05.5+01:00\"', 1767323045500",
        "'\"2026-01-02\"', 1767312000000",
        "0, ",
        "'\"0001-01-01T00:00:00Z\"', ",
        "'\"1969-12-31\"', ",
        "null, "
    })
    void timesAreUnderstoodInEverySpelling(String json, Long millis) {
        assertThat(read("{\"sessionExternalId\":\"s\",\"externalId\":\"m\",\"createdAt\":" + json + "}")
                        .createdAtMs())
                .isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"externalId\":\"m\"}",
                "[]",
                "\"text\"",
                "{\"sessionExternalId\":\"s\",\"externalId\":\"m\",\"promptTokens\":\"many\"}",
                "{\"sessionExternalId\":\"s\",\"externalId\":\"m\",\"promptTokens\":1e300}",
                "{\"sessionExternalId\":\"s\",\"externalId\":\"m\",\"createdAt\":\"yesterday\"}",
                "{\"sessionExternalId\":\"s\",\"externalId\":\"m\",\"parts\":\"x\"}",
                "{\"sessionExternalId\":\"s\",\"externalId\":\"m\",\"model\":{}}"
            })
    void valuesOfTheWrongKindAreRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(OpenSyncException.class);
    }

    @Test
    void idsAreStrippedAndLimited() {
        assertThat(read("{\"sessionExternalId\":\" s \",\"externalId\":\"m\\t\"}")
                        .externalId())
                .isEqualTo("m");
        assertThatThrownBy(() -> read("{\"sessionExternalId\":\"s\",\"externalId\":\"" + "x".repeat(256) + "\"}"))
                .hasMessageContaining("longer than 255");
    }

    private static List<String> parts(String json) {
        List<PartUpsert> parts = read("{\"sessionExternalId\":\"s\",\"externalId\":\"m\",\"parts\":" + json + "}")
                .parts();
        return parts.stream()
                .map(part -> part.type() + " " + text(part.content()) + " " + text(part.extra()))
                .toList();
    }

    private static String text(byte[] json) {
        return json == null ? "null" : new String(json, StandardCharsets.UTF_8);
    }

    private static MessageUpsert read(String json) {
        return MessageReader.read(JsonValue.parse(json.getBytes(StandardCharsets.UTF_8)));
    }
}
