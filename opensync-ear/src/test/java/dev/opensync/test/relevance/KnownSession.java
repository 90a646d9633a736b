package dev.opensync.test.relevance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A session of which we know what is said in it. */
record KnownSession(
        String key, String project, String source, String model, LocalDate day, String title, List<Line> lines) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RESULT = " => ";
    private static final int START_HOUR = 9;
    private static final int SECONDS_PER_LINE = 60;

    KnownSession {
        lines = List.copyOf(lines);
    }

    /** {@code speaker}: user, assistant, thinking, or the name of a tool, of which the result stands behind an arrow. */
    record Line(String speaker, String text) {

        static Line parse(String line) {
            String[] halves = line.split(": ", 2);
            return new Line(halves[0], halves[1]);
        }
    }

    /** A head with the key and what else is known of it, the title, and a line for each message. */
    static KnownSession parse(String block) {
        List<String> lines = block.strip().lines().toList();
        String[] head = lines.get(0).split(" \\| ", -1);
        return new KnownSession(
                head[0],
                head[1],
                head[2],
                head[3],
                LocalDate.parse(head[4]),
                lines.get(1).substring("# ".length()),
                lines.stream().skip(2).map(Line::parse).toList());
    }

    /** All that can be found of it. */
    String words() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n", project + "\n" + title + "\n", ""));
    }

    ObjectNode sessionJson() {
        return JSON.createObjectNode()
                .put("externalId", key)
                .put("title", title)
                .put("projectName", project)
                .put("projectPath", "/home/harbour/" + project)
                .put("model", model)
                .put("source", source)
                .put("createdAt", start().toEpochMilli());
    }

    List<ObjectNode> messagesJson() {
        List<ObjectNode> messages = new ArrayList<>();
        for (Line line : lines) {
            int number = messages.size() + 1;
            ObjectNode message = JSON.createObjectNode()
                    .put("sessionExternalId", key)
                    .put("externalId", key + "-" + number)
                    .put("role", line.speaker().equals("user") ? "user" : "assistant")
                    .put(
                            "createdAt",
                            start().plusSeconds((long) number * SECONDS_PER_LINE)
                                    .toEpochMilli());
            addContent(message, line);
            messages.add(message);
        }
        return messages;
    }

    private static void addContent(ObjectNode message, Line line) {
        switch (line.speaker()) {
            case "user", "assistant" -> message.put("textContent", line.text());
            case "thinking" ->
                message.putArray("parts").addObject().put("type", "thinking").put("content", line.text());
            default -> addTool(message.putArray("parts"), line);
        }
    }

    private static void addTool(ArrayNode parts, Line line) {
        String[] halves = line.text().split(RESULT, 2);
        parts.addObject()
                .put("type", "tool-call")
                .putObject("content")
                .put("name", line.speaker())
                .putObject("args")
                .put("command", halves[0]);
        parts.addObject()
                .put("type", "tool-result")
                .putObject("content")
                .put("name", line.speaker())
                .put("result", halves[1]);
    }

    private Instant start() {
        return day.atTime(START_HOUR, 0).toInstant(ZoneOffset.UTC);
    }
}
