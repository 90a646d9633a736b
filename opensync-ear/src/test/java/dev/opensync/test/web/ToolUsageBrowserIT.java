package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.PageAudit;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The table of tools on the page of analytics. */
@SystemTest
@RequiresBrowser
class ToolUsageBrowserIT {

    private static final String NAMES = "#toolTable td.name";

    private final Reader reader;

    ToolUsageBrowserIT(TestServer server) {
        reader = Reader.signUp(server);
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void whoCalledNothingIsToldSo() {
        reader.browser().go("/analytics");

        assertThat(reader.texts("#noTools")).containsExactly("No calls of tools in these days");
    }

    @Test
    void tableIsSearchedNarrowedAndSorted() {
        sync("a", "claude-code", calls("Bash", 12, true), calls("Read", 3, false));
        sync("b", "pi", calls("grep", 1, false));
        await().untilAsserted(() -> {
            reader.browser().go("/analytics");
            assertThat(reader.texts(NAMES)).containsExactly("Bash", "Read", "grep");
        });
        assertThat(reader.texts("#toolTable tbody tr:first-child td"))
                .containsExactly("Bash", "12", "1", "1s", "12s", "12", "100%");
        assertThat(reader.texts("#tools .card-head span")).containsExactly("3 of 3");
        reader.run("document.getElementById('tools').scrollIntoView()");
        reader.browser().screenshots("analytics-tools");
        assertThat(PageAudit.findings(reader.browser())).isEmpty();

        reader.find("#toolTable th:nth-child(2) a").click();
        awaitNames("grep", "Read", "Bash");
        reader.find("#findTool").sendKeys("R");
        reader.browser().press("narrowTools");
        awaitNames("grep", "Read");
        reader.browser().press("clearTools");
        awaitNames("grep", "Read", "Bash");

        reader.browser().go("/analytics?minCalls=10");
        awaitNames("Bash");
        reader.browser().go("/analytics?source=pi");
        awaitNames("grep");
        reader.browser().go("/analytics?tool=nothing+like+it");
        assertThat(reader.texts("#noTools")).containsExactly("No tools match");
    }

    private static String calls(String tool, int number, boolean failed) {
        return IntStream.range(0, number)
                .mapToObj(i -> """
                        {"type": "tool-call", "content": {"toolName": "%s", "toolCallId": "%s%d"}},
                        {"type": "tool-result", "content": {"toolCallId": "%s%d", "isError": %s, "durationMs": 1000}}
                        """.formatted(tool, tool, i, tool, i, failed))
                .collect(Collectors.joining(","));
    }

    private void sync(String id, String source, String... parts) {
        reader.sync("/sync/batch", """
                {"sessions": [{"externalId": "%s", "source": "%s"}],
                 "messages": [{"sessionExternalId": "%s", "externalId": "m", "role": "assistant", "parts": [%s]}]}
                """.formatted(id, source, id, String.join(",", parts)));
    }

    private void awaitNames(String... names) {
        await().untilAsserted(() -> assertThat(reader.texts(NAMES)).isEqualTo(List.of(names)));
    }
}
