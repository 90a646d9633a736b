package dev.opensync.test.api;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shape of part that clients are known to send. */
@SystemTest
@Tag("database")
class MessagePartsIT {

    private final SyncEndpoint sync;

    MessagePartsIT(TestServer server) {
        sync = new SyncEndpoint(server.admin());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"text\",\"content\":\"plain\"}",
                "{\"type\":\"text\",\"content\":{\"text\":\"older\"}}",
                "{\"type\":\"text\",\"content\":{\"content\":\"documented\"}}",
                "{\"type\":\"tool-call\",\"content\":{\"toolName\":\"Bash\",\"args\":{\"command\":\"ls\"}}}",
                "{\"type\":\"tool-call\",\"content\":{\"toolName\":\"Bash\"}}",
                "{\"type\":\"tool-call\",\"content\":{\"name\":\"Read\",\"arguments\":[1,null,true]}}",
                "{\"type\":\"tool-call\",\"content\":\"{\\\"toolName\\\":\\\"Bash\\\",\\\"args\\\":{}}\"}",
                "{\"type\":\"tool-result\",\"content\":\"exit 0\"}",
                "{\"type\":\"tool-result\",\"content\":{\"result\":{\"lines\":3}}}",
                "{\"type\":\"tool-result\",\"content\":{\"output\":\"\"}}",
                "{\"type\":\"tool_use\",\"content\":{\"toolName\":\"Edit\",\"args\":{},\"result\":\"ok\"}}",
                "{\"type\":\"tool_use\",\"content\":\"shell: npm install\"}",
                "{\"type\":\"tool_use\",\"content\":\"{\\\"tool\\\":\\\"file_edit\\\",\\\"path\\\":\\\"a.c\\\"}\"}",
                "{\"type\":\"tool_call\",\"content\":{\"toolName\":\"x\",\"toolCallId\":\"1\",\"args\":{}}}",
                "{\"type\":\"thinking\",\"content\":\"Hmm.\"}",
                "{\"type\":\"image\",\"content\":null}",
                "{\"type\":\"number\",\"content\":42}",
                "{\"type\":\"list\",\"content\":[]}"
            })
    void comesBackAsItWasSent(String part) {
        send(part);

        assertThatJson(sync.read().onlyMessage().get("parts").toString()).isEqualTo("[" + part + "]");
    }

    @Test
    void numbersAndTheOrderOfKeysStayAsTheyWere() {
        String content = "{\"zz\":1.50,\"b\":123456789012345678901234567890,\"a\":-0.0,\"e\":1E+2}";

        send("{\"type\":\"tool-call\",\"content\":" + content + "}");

        String raw = sync.api()
                .get("/api/sessions/get?id=" + sync.sessionId())
                .body()
                .replaceAll("\\s", "");
        assertThat(raw).contains(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"tool-call\",\"toolName\":\"Bash\",\"args\":{\"command\":\"ls\"}}",
                "{\"type\":\"text\",\"text\":\"flat\"}"
            })
    void keysOfAFlatPartMoveIntoItsContent(String part) {
        send(part);

        String moved = part.replaceFirst(",", ",\"content\":{") + "}";
        assertThatJson(sync.read().onlyMessage().get("parts").toString()).isEqualTo("[" + moved + "]");
    }

    @Test
    void orderIsThatOfTheArray() {
        send("{\"type\":\"c\",\"content\":1},{\"type\":\"a\",\"content\":2},{\"type\":\"b\",\"content\":3}");

        assertThat(sync.read().onlyMessage().get("parts").findValuesAsText("type"))
                .containsExactly("c", "a", "b");
    }

    @Test
    void fourByteTextInsideAPartIsKept() {
        send("{\"type\":\"text\",\"content\":\"\ud83d\ude00 \\ud834\\udd1e \\u0000\"}");

        assertThat(sync.read().onlyMessage().at("/parts/0/content").asText())
                .isEqualTo("\ud83d\ude00 \ud834\udd1e \u0000");
    }

    private void send(String parts) {
        sync.message("{\"sessionExternalId\":\"ID\",\"externalId\":\"m1\",\"role\":\"assistant\",\"parts\":[" + parts
                + "]}");
    }
}
