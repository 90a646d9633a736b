package dev.opensync.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.opensync.shared.OpenSyncException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"text\"",
                "\"half \\ud83d pair\"",
                "\"😀 and \\u0000\"",
                "1.00",
                "-0.5e+3",
                "true",
                "null",
                "{ \"b\" : [1, {\"a\":\"}\"}] ,\"a\":\"\\\"\" }",
                "[[], {}, \"]\"]"
            })
    void valuesAreKeptToTheLetter(String value) {
        JsonValue object = parse("{\"before\":[1],\"é\": " + value + " ,\"after\":2}");

        assertThat(object.members().get("é").rawText()).isEqualTo(value);
        assertThat(parse("[0, " + value + " ]").elements().get(1).rawText()).isEqualTo(value);
    }

    @Test
    void lastOfEqualKeysWins() {
        assertThat(parse("{\"a\":1,\"a\":2}").members().get("a").rawText()).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":}", "[1,]", "{} {}", "nul", "{\"a\":\"\n\"}"})
    void malformedTextIsRefusedInPlainWords(String body) {
        assertThatThrownBy(() -> parse(body))
                .isInstanceOf(OpenSyncException.class)
                .hasMessageStartingWith("The request body");
    }

    @Test
    void brokenUtf8IsRepaired() {
        byte[] body = "{\"a\":\"x?y\"}".getBytes(StandardCharsets.UTF_8);
        body[7] = (byte) 0xC3;

        assertThat(JsonValue.parse(body).members().get("a").scalar()).isEqualTo("x\uFFFDy");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "plain, plain",
                "half \\ud83d pair, half \uFFFD pair",
                "\\ude00\\ud83d, \uFFFD\uFFFD",
                "\\ud83d\\ude00, 😀",
                "é 😀 \\u0041, é 😀 A",
            })
    void halfSurrogatePairsAreReplaced(String sent, String clean) {
        assertThat(parse("[\"" + sent + "\"]").elements().get(0).cleanText()).isEqualTo(clean);
    }

    @Test
    void endlessNestingIsRefused() {
        assertThatThrownBy(() -> parse("[".repeat(100_000))).isInstanceOf(OpenSyncException.class);
    }

    private static JsonValue parse(String json) {
        return JsonValue.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
