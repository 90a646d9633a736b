package dev.opensync.test.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.Member;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the sums of long ranges are those of their days, however they are narrowed. */
@SystemTest
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongUsageIT {

    private static final int SESSIONS = 180;
    private static final int AT_A_TIME = 60;
    private static final int DAYS = 731;
    private static final List<String> SOURCES = List.of("pi", "codex-cli", "opencode");
    private static final List<String> MODELS = List.of("claude-opus-4-1", "gpt-5", "openai/gpt-5", "");
    private static final List<String> PROJECTS = List.of("shop", "Shop", "blog & more", "", "müller");

    private final Member member;
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final List<Sent> all =
            IntStream.range(0, SESSIONS).mapToObj(this::session).toList();

    LongUsageIT(TestServer server) {
        member = server.newMember("Long", UUID.randomUUID() + "@example.org", "another horse battery staple");
    }

    /** Names are empty where it has none. */
    private record Sent(int number, LocalDate day, String source, String model, String project, long tokens) {

        String modelName() {
            return model.isEmpty() ? "unknown" : model;
        }

        String json(String modelNow) {
            return """
                    {"externalId": "s%d", "source": "%s", "createdAt": "%sT%sZ", "promptTokens": %d,
                     "completionTokens": 1%s%s}""".formatted(
                            number,
                            source,
                            day,
                            number % 2 == 0 ? "00:00:00" : "23:59:59",
                            tokens - 1,
                            model.isEmpty() ? "" : ", \"model\": \"" + modelNow + "\"",
                            project.isEmpty() ? "" : ", \"projectName\": \"" + project + "\"");
        }

        boolean meets(String wantedSource, String wantedProject, String wantedModel) {
            return (wantedSource.isEmpty() || wantedSource.equals(source))
                    && (wantedProject.isEmpty() || wantedProject.equals(project))
                    && (wantedModel.isEmpty() || wantedModel.equals(modelName()));
        }
    }

    private Sent session(int number) {
        return new Sent(
                number,
                today.minusDays(number * 37L % DAYS),
                SOURCES.get(number % SOURCES.size()),
                MODELS.get(number % MODELS.size()),
                PROJECTS.get(number % PROJECTS.size()),
                2 + number % 7);
    }

    /** First with other models: what moves away from a name leaves a sum of zeros under it. */
    @BeforeAll
    void sync() {
        send(sent -> sent.json("left " + sent.number()));
        send(sent -> sent.json(sent.model()));
    }

    private void send(Function<Sent, String> json) {
        for (int first = 0; first < SESSIONS; first += AT_A_TIME) {
            String sessions =
                    all.subList(first, first + AT_A_TIME).stream().map(json).collect(joining(","));
            assertThat(member.api()
                            .post("/sync/batch", "{\"sessions\": [" + sessions + "], \"messages\": []}")
                            .status())
                    .isEqualTo(200);
        }
    }

    private List<Sent> sent(int fromDaysAgo, int toDaysAgo, String source, String project, String model) {
        return all.stream()
                .filter(sent -> !sent.day().isBefore(today.minusDays(fromDaysAgo)))
                .filter(sent -> !sent.day().isAfter(today.minusDays(toDaysAgo)))
                .filter(sent -> sent.meets(source, project, model))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "730, 0, '', '', ''",
        "729, 1, '', '', ''",
        "613, 97, pi, '', ''",
        "730, 0, '', 'blog & more', ''",
        "730, 0, '', '', unknown",
        "613, 97, '', shop, gpt-5",
        "730, 0, codex-cli, müller, openai/gpt-5",
        "90, 0, opencode, '', claude-opus-4-1",
        "730, 0, '', nowhere, gpt-5"
    })
    void overviewIsWhatWasSentOnItsDays(int from, int to, String source, String project, String model) {
        List<Sent> expected = sent(from, to, source, project, model);

        Document page = page("/overview", from, to, "&source=" + source + "&model=" + model + "&project=" + project);

        assertThat(exact(page, "sessions")).isEqualTo(expected.size());
        assertThat(exact(page, "tokens")).isEqualTo(tokens(expected));
        assertThat(exact(page, "models")).isEqualTo(different(expected, Sent::modelName));
        assertThat(exact(page, "projects")).isEqualTo(different(expected, Sent::project));
        assertThat(page.select("#usage .numbers td").eachText().stream()
                        .mapToLong(Long::parseLong)
                        .sum())
                .isEqualTo(tokens(expected));
        assertThat(page.select("#tokens .numbers td").eachText().stream()
                        .mapToLong(Long::parseLong)
                        .sum())
                .isEqualTo(tokens(expected));
        assertThat(page.select("#consumptionTable tfoot td").get(2).text()).isEqualTo(Long.toString(tokens(expected)));
        Map<String, Long> split =
                model.isEmpty() ? tokensBy(expected, Sent::modelName) : tokensBy(expected, Sent::project);
        assertThat(rows(page, "#consumptionTable tbody tr", 3)).isEqualTo(split);
        assertThat(page.select("#distribution .legend .num:not(.mut)").eachText().stream()
                        .mapToLong(Long::parseLong)
                        .sum())
                .isEqualTo(tokens(expected));
    }

    @ParameterizedTest
    @CsvSource({"730, 0, ''", "613, 97, ''", "730, 0, pi", "90, 0, codex-cli"})
    void analyticsAreWhatWasSentOnItsDays(int from, int to, String source) {
        List<Sent> expected = sent(from, to, source, "", "");

        Document models = page("/analytics", from, to, "&by=model&source=" + source);
        Document projects = page("/analytics", from, to, "&by=project&source=" + source);

        assertThat(rows(models, "#breakdownTable tbody tr", 3)).isEqualTo(tokensBy(expected, Sent::modelName));
        assertThat(rows(projects, "#breakdownTable tbody tr", 3)).isEqualTo(tokensBy(expected, Sent::project));
        assertThat(projects.select("#breakdownTable tbody td:nth-child(2)").eachText().stream()
                        .mapToLong(Long::parseLong)
                        .sum())
                .isEqualTo(expected.size());
        assertThat(models.select("#cards strong").get(2).text()).isEqualTo(Long.toString(tokens(expected)));
    }

    @Test
    void settingsTellOfAllDays() {
        Document page = member.pages().get("/usage").document();

        assertThat(page.select("#usage strong").get(0).text()).isEqualTo(Integer.toString(SESSIONS));
        assertThat(page.select("#storedTable tbody td:nth-child(4)").eachText().stream()
                        .mapToLong(Long::parseLong)
                        .sum())
                .isEqualTo(tokens(all));
        assertThat(page.select("#storedTable tbody tr")).hasSize(SOURCES.size());
    }

    @ParameterizedTest
    @CsvSource({"model", "project", "source", "'model,project'", "'source,model,project'", "provider"})
    void groupsOfAllDaysAreTheSumsOfTheirDays(String dimensions) {
        Map<String, Long> whole = new HashMap<>();
        stats("groupBy=" + dimensions).get("groups").forEach(group -> add(whole, group));
        Map<String, Long> days = new HashMap<>();
        stats("groupBy=day," + dimensions).get("groups").forEach(group -> add(days, group));

        assertThat(whole).isNotEmpty().isEqualTo(days);
        assertThat(whole.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(tokens(all));
    }

    private static void add(Map<String, Long> tokensByNames, JsonNode group) {
        String names = List.of("model", "project", "source", "provider").stream()
                .map(name -> group.path(name).asText("-"))
                .collect(joining("|"));
        tokensByNames.merge(names, group.get("totalTokens").asLong(), Long::sum);
    }

    private JsonNode stats(String query) {
        return member.api().get("/api/stats?" + query.replace(",", "%2C")).json();
    }

    private Document page(String path, int fromDaysAgo, int toDaysAgo, String filters) {
        String days = "?from=" + today.minusDays(fromDaysAgo) + "&to=" + today.minusDays(toDaysAgo);
        String encoded = filters.replace(" & ", "+%26+").replace("ü", "%C3%BC").replace("/", "%2F");
        return member.pages().get(path + days + encoded).document();
    }

    private static long exact(Document page, String tile) {
        return Long.parseLong(page.select("#tiles ." + tile + " strong").attr("title"));
    }

    /** Tokens by name, from the table's rows; {@code column} begins with 0. */
    private static Map<String, Long> rows(Document page, String rows, int column) {
        Map<String, Long> tokensByName = new HashMap<>();
        for (Element row : page.select(rows)) {
            String name = row.child(0).text();
            tokensByName.put(
                    name.equals("No project") ? "" : name,
                    Long.parseLong(row.child(column).text()));
        }
        return tokensByName;
    }

    private static long tokens(List<Sent> sessions) {
        return sessions.stream().mapToLong(Sent::tokens).sum();
    }

    private static Map<String, Long> tokensBy(List<Sent> sessions, Function<Sent, String> name) {
        return sessions.stream().collect(groupingBy(name, summingLong(Sent::tokens)));
    }

    private static long different(List<Sent> sessions, Function<Sent, String> name) {
        return sessions.stream()
                .map(name)
                .filter(text -> !text.isEmpty())
                .distinct()
                .count();
    }
}
