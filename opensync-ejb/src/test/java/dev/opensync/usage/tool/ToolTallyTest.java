package dev.opensync.usage.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolTallyTest {

    private final ToolTally tally = new ToolTally();

    @Test
    void resultBelongsToTheCallOfItsId() {
        add("tool-call", "{\"toolName\": \"Bash\", \"toolCallId\": \"1\"}", 1_000);
        add("tool-call", "{\"toolName\": \"Read\", \"toolCallId\": \"2\"}", 2_000);
        add("tool-result", "{\"toolCallId\": \"2\", \"result\": \"text\"}", 2_500);
        add("tool-result", "{\"toolCallId\": \"1\", \"isError\": true, \"result\": \"no\"}", 5_000);

        assertThat(tally.sums())
                .isEqualTo(Map.of("Bash", new ToolSums(1, 1, 1, 1, 4_000), "Read", new ToolSums(1, 1, 0, 1, 500)));
    }

    @Test
    void withoutIdsResultsFollowTheOrderOfTheCalls() {
        add("tool-call", "{\"name\": \"Bash\"}", 1_000);
        add("tool-call", "{\"name\": \"Read\"}", 1_000);
        add("tool-result", "\"first\"", 2_000);
        add("tool-result", "\"second\"", 4_000);

        assertThat(tally.sums())
                .isEqualTo(Map.of("Bash", new ToolSums(1, 1, 0, 1, 1_000), "Read", new ToolSums(1, 1, 0, 1, 3_000)));
    }

    @Test
    void callWithItsResultAndTimesIsCountedByItself() {
        add(
                "tool",
                "{\"tool\": \"bash\", \"callID\": \"c\", \"state\": {\"status\": \"completed\", \"output\": \"ok\","
                        + " \"time\": {\"start\": 10, \"end\": 260}}}",
                1_000);
        add(
                "tool",
                "{\"tool\": \"bash\", \"callID\": \"d\", \"state\": {\"status\": \"error\", \"error\": \"denied\"}}",
                1_000);

        assertThat(tally.sums()).isEqualTo(Map.of("bash", new ToolSums(2, 2, 1, 1, 250)));
    }

    @Test
    void callThatIsStillRunningHasNoOutcome() {
        add("tool", "{\"tool\": \"bash\", \"state\": {\"status\": \"running\", \"input\": {}}}", 1_000);

        assertThat(tally.sums()).isEqualTo(Map.of("bash", new ToolSums(1, 0, 0, 0, 0)));
    }

    @Test
    void callSentAsTextOrFlatIsReadAsWell() {
        add("tool_use", "\"{\\\"name\\\": \\\"Edit\\\"}\"", 1);
        tally.add(ToolPart.read("function_call", "null", "{\"name\": \"shell\", \"call_id\": \"x\"}"), 1);
        tally.add(ToolPart.read("function_call_output", null, "{\"call_id\": \"x\", \"status\": \"failed\"}"), 9);

        assertThat(tally.sums())
                .isEqualTo(Map.of("Edit", new ToolSums(1, 0, 0, 0, 0), "shell", new ToolSums(1, 1, 1, 1, 8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[1, 2]", "{\"name\": 7", "{\"name\": {}}", "12"})
    void whatCannotBeReadIsACallOfSomeTool(String content) {
        add("tool-call", content, 1);

        assertThat(tally.sums()).containsOnlyKeys(ToolTally.UNNAMED);
    }

    @Test
    void resultWithoutACallCountsForNothing() {
        add("tool-result", "{\"toolName\": \"Bash\", \"result\": 1}", 1);

        assertThat(tally.sums()).isEmpty();
    }

    @Test
    void veryManyNamesShareOne() {
        for (int i = 0; i < 1_000; i++) {
            add("tool-call", "{\"name\": \"tool-" + i + "\"}", i);
        }

        assertThat(tally.sums()).hasSize(ToolTally.MOST_TOOLS + 1).containsKey(ToolTally.OTHERS);
    }

    private void add(String type, String content, long createdMs) {
        tally.add(ToolPart.read(type, content, null), createdMs);
    }
}
