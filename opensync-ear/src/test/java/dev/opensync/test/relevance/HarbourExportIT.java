package dev.opensync.test.relevance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.Member;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The year of {@link Harbour} as test cases: what one reads in it is what every format has, no more and no less. */
@SystemTest
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HarbourExportIT {

    private static final String EXPORT = "/api/export/evals?anonymize=false&format=";
    private static final String REDACTED = "[redacted]";
    private static final int SESSIONS_AT_A_TIME = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Member member;
    private final List<KnownSession> sessions = Harbour.sessions();
    private final Map<String, List<Pair>> pairs = new LinkedHashMap<>();

    HarbourExportIT(TestServer server) {
        member = server.newMember("Harbour", UUID.randomUUID() + "@example.org", "correct horse battery staple");
    }

    @BeforeAll
    void syncAndMarkAll() {
        sessions.forEach(session -> pairs.put(session.key(), Pair.of(session)));
        for (int start = 0; start < sessions.size(); start += SESSIONS_AT_A_TIME) {
            sync(sessions.subList(start, Math.min(start + SESSIONS_AT_A_TIME, sessions.size())));
        }
        sessions.forEach(this::mark);
        assertThat(sessions).hasSizeGreaterThanOrEqualTo(50);
    }

    @Test
    void deepEvalHasEachPairAsItWasSaid() throws IOException {
        Map<String, List<JsonNode>> told = new LinkedHashMap<>();
        JSON.readTree(export("deepeval").body())
                .forEach(testCase -> told.computeIfAbsent(
                                testCase.at("/metadata/session_id").asText(), session -> new ArrayList<>())
                        .add(testCase));

        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(new TreeSet<>(withPairs()));
        told.forEach((session, cases) -> {
            List<Pair> expected = pairs.getOrDefault(session, List.of());
            assertThat(cases).as(session).hasSameSizeAs(expected);
            for (int i = 0; i < cases.size(); i++) {
                String input = cases.get(i).get("input").asText();
                String output = cases.get(i).get("actual_output").asText();
                assertThat(expected.get(i).isToldAs(input, output))
                        .as(session + "\n" + input + "\n" + output)
                        .isTrue();
            }
        });
    }

    @Test
    void eachLineForOpenAiEndsWithItsQuestion() throws IOException {
        Map<String, Integer> told = new LinkedHashMap<>();
        for (JsonNode line : lines(export("openai").body())) {
            String session = line.at("/metadata/session_id").asText();
            Pair expected = pairs.getOrDefault(session, List.of()).get(told.merge(session, 1, Integer::sum) - 1);
            JsonNode last = line.get("input").get(line.get("input").size() - 1);
            assertThat(last.get("role").asText()).isEqualTo("user");
            assertThat(expected.isToldAs(
                            last.get("content").asText(), line.get("ideal").asText()))
                    .as(line.toString())
                    .isTrue();
        }

        assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(withPairs());
        assertThat(told.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(countOfPairs());
    }

    @Test
    void promptfooHasATestForEachPair() throws IOException {
        List<JsonNode> tests = lines(export("promptfoo").body());

        assertThat(tests).hasSize(countOfPairs()).allSatisfy(test -> {
            assertThat(test.at("/vars/input").asText()).isNotBlank();
            assertThat(test.at("/assert/0/type").asText()).isEqualTo("llm-rubric");
        });
    }

    @Test
    void bundleAndArchiveHaveAFileForEachSession() throws IOException {
        JsonNode bundle = JSON.readTree(export("filesystem").body());
        Map<String, String> archive = unzip(member.api().bytes(EXPORT + "zip"));

        List<String> names = sessions.stream()
                .map(session -> "session-" + session.key() + ".txt")
                .toList();
        assertThat(bundle.get("files").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(names);
        assertThat(bundle.at("/manifest/opensync_metadata/total_sessions").asInt())
                .isEqualTo(sessions.size());
        assertThat(bundle.at("/manifest/opensync_metadata/total_test_cases").asInt())
                .isEqualTo(countOfPairs());
        assertThat(archive.keySet())
                .containsAll(List.of("README.txt", "manifest.json"))
                .containsAll(names.stream().map("sessions/"::concat).toList())
                .hasSize(names.size() + 2);
        JsonNode manifest = JSON.readTree(archive.get("manifest.json"));
        assertThat(manifest.get("total_sessions").asInt()).isEqualTo(sessions.size());
        assertThat(manifest.get("files")).hasSize(sessions.size());
        assertThat(archive.get("sessions/session-flaky-port.txt"))
                .contains("java.net.BindException: Address already in use", "Bind to port 0");
    }

    @ParameterizedTest
    @CsvSource({"deepeval", "openai", "promptfoo", "zip"})
    void everyCountIsThatOfTheFile(String format) {
        Page page = member.pages().get("/evals");
        set(page, "which", "all");
        set(page, "format", format);
        Page preview = member.pages().submit(page, "exportForm", "preview");
        ApiResponse file = member.api().get(EXPORT + format);
        JsonNode stats = member.api()
                .post("/api/export/evals", "{\"formats\": [\"" + format + "\"]}")
                .json()
                .get("stats");

        String cases = Integer.toString(countOfPairs());
        String count = Integer.toString(
                format.equals("zip") ? sessions.size() : withPairs().size());
        assertThat(preview.document().select("#previewCases").text().replace(",", ""))
                .isEqualTo(cases);
        assertThat(preview.document().select("#previewSessions").text().replace(",", ""))
                .isEqualTo(count);
        assertThat(file.header("X-Export-TestCases")).isEqualTo(cases);
        assertThat(file.header("X-Export-Sessions")).isEqualTo(count);
        assertThat(stats.get("testCases").asText()).isEqualTo(cases);
        assertThat(stats.get("sessions").asText()).isEqualTo(count);
        assertThat(member.api()
                        .get("/api/sessions/eval-ready?limit=1")
                        .json()
                        .at("/stats/totalTestCases")
                        .asText())
                .isEqualTo(cases);
    }

    private List<String> withPairs() {
        return pairs.entrySet().stream()
                .filter(session -> !session.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private int countOfPairs() {
        return pairs.values().stream().mapToInt(List::size).sum();
    }

    private ApiResponse export(String format) {
        ApiResponse answer = member.api().get(EXPORT + format);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static List<JsonNode> lines(String file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : file.split("\n", -1)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static void set(Page page, String name, String value) {
        Element form = Objects.requireNonNull(page.document().getElementById("exportForm"), page::text);
        form.select("[name=" + name + "]").remove();
        form.appendElement("input").attr("type", "hidden").attr("name", name).attr("value", value);
    }

    private void mark(KnownSession session) {
        ApiResponse answer = member.api()
                .send(
                        "PATCH",
                        "/api/sessions/" + session.key() + "/eval-ready",
                        BodyPublishers.ofString("{\"evalReady\": true, \"evalStatus\": \"golden\"}"),
                        Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void sync(List<KnownSession> some) {
        ObjectNode batch = JSON.createObjectNode();
        ArrayNode heads = batch.putArray("sessions");
        ArrayNode messages = batch.putArray("messages");
        some.forEach(session -> {
            heads.add(session.sessionJson());
            messages.addAll(session.messagesJson());
        });
        ApiResponse answer = member.api().post("/sync/batch", batch.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("errors")).isEmpty();
    }

    /** What one asks and what is answered until one asks again. */
    private record Pair(String question, String answer) {

        static List<Pair> of(KnownSession session) {
            List<Pair> pairs = new ArrayList<>();
            String question = "";
            List<String> answers = new ArrayList<>();
            for (KnownSession.Line line : session.lines()) {
                if (line.speaker().equals("user")) {
                    add(pairs, question, answers);
                    question = line.text();
                } else if (line.speaker().equals("assistant") && !question.isEmpty()) {
                    answers.add(line.text());
                }
            }
            add(pairs, question, answers);
            return pairs;
        }

        private static void add(List<Pair> pairs, String question, List<String> answers) {
            if (!answers.isEmpty()) {
                pairs.add(new Pair(question, String.join("\n\n", answers)));
            }
            answers.clear();
        }

        /** Apart from the secrets in it. */
        boolean isToldAs(String input, String output) {
            return isTold(question, input) && isTold(answer, output);
        }

        private static boolean isTold(String said, String told) {
            String pattern = Stream.of(told.split(Pattern.quote(REDACTED), -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".+"));
            return Pattern.compile(pattern, Pattern.DOTALL).matcher(said).matches();
        }
    }
}
