package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.opensync.harness.Member;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reader and an agent who ask for the same get the same. */
@SystemTest
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContextPageIT {

    private static final List<String> BIRDS = List.of("kingfisher", "heron", "cormorant", "bittern");
    private static final String MESSAGE =
            "{\"sessionExternalId\": \"%s\", \"externalId\": \"m%d\", \"role\": \"%s\", \"textContent\": \"%s\"}";

    private final Member member;

    ContextPageIT(TestServer server) {
        member = server.newMember("Angler", Synced.newId() + "@example.org", "correct horse battery staple");
    }

    /** In each next session the river is less of the matter. */
    @BeforeAll
    void syncOneSessionForEachBird() {
        for (String bird : BIRDS) {
            List<String> messages = new ArrayList<>();
            for (int number = 1; number <= 12; number++) {
                messages.add(MESSAGE.formatted(
                        bird,
                        number,
                        number % 2 == 1 ? "user" : "assistant",
                        number % (2 + BIRDS.indexOf(bird)) == 0
                                ? "The " + bird + " catches fish in the river, <quick> & \\\"quiet\\\" 漢字 " + number
                                : "Another remark of no matter, number " + number));
            }
            member.api()
                    .post(
                            "/sync/batch",
                            "{\"sessions\": [{\"externalId\": \"%s\", \"title\": \"The %s\", \"projectPath\": \"/home/me/birds\"}], \"messages\": [%s]}"
                                    .formatted(bird, bird, String.join(",", messages)));
        }
        for (String type : List.of("fulltext", "semantic", "hybrid")) {
            await().alias(type)
                    .until(() -> member.api()
                                    .get("/api/search?q=fish%20in%20the%20river&type=" + type)
                                    .json()
                                    .path("results")
                                    .size()
                            == BIRDS.size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fulltext, text",
        "fulltext, markdown",
        "fulltext, xml",
        "semantic, text",
        "semantic, markdown",
        "semantic, xml",
        "hybrid, text",
        "hybrid, markdown",
        "hybrid, xml"
    })
    void everyKindAndFormatIsTheSame(String type, String format) {
        assertSame(
                "q=fish%20in%20the%20river&limit=10&messages=5&maxTokens=100000&type=" + type + "&format=" + format, 4);
    }

    @ParameterizedTest
    @CsvSource({"fulltext, text", "semantic, markdown", "hybrid, xml"})
    void everyBudgetIsTheSame(String type, String format) {
        for (int budget : new int[] {40, 150, 400}) {
            String parameters =
                    "q=fish%20in%20the%20river&messages=5&maxTokens=" + budget + "&type=" + type + "&format=" + format;

            JsonNode answer = assertSame(parameters, 4);

            assertThat(answer.get("tokens").asInt()).isLessThanOrEqualTo(budget);
            assertThat(answer.get("truncated").asBoolean()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fulltext", "semantic", "hybrid"})
    void filtersAndLimitsAreTheSame(String type) {
        assertSame("q=fish%20in%20the%20river%20project:birds&limit=2&maxTokens=2000&type=" + type, 2);
        assertSame("q=river%20%22catches%20fish%22%20-heron&maxTokens=2000&type=" + type, 3);
        assertSame("q=river%20project:nowhere&maxTokens=2000&type=" + type, 0);
    }

    /** Again if the index has changed between the two, as it does while other sessions arrive. */
    private JsonNode assertSame(String parameters, int cards) {
        AtomicReference<JsonNode> answer = new AtomicReference<>();
        await().untilAsserted(() -> answer.set(same(parameters, cards)));
        return Objects.requireNonNull(answer.get());
    }

    /** The page has a card for each session that was found, and the answer names those that had room. */
    private JsonNode same(String parameters, int cards) {
        JsonNode answer =
                member.api().get("/api/context?around=hit&" + parameters).json();
        Document page = member.pages().get("/context?" + parameters).document();
        List<String> cited = StreamSupport.stream(answer.get("citations").spliterator(), false)
                .map(citation -> citation.get("sessionId").asText())
                .toList();
        List<String> shown = page.select("#finds > .find").eachAttr("data-id");
        List<String> withRoom = page.select("#finds > .find").stream()
                .filter(card -> card.select(".tokens.warn").isEmpty())
                .map(card -> card.attr("data-id"))
                .toList();

        assertThat(shown).hasSize(cards);
        assertThat(withRoom).isEqualTo(cited);
        if (cards > 0) {
            Element text = page.expectFirst("#contextText");
            assertThat(text.wholeText()).isEqualTo(answer.get("text").asText());
            assertThat(page.select("#sumTokens").text().replace(",", ""))
                    .isEqualTo(answer.get("tokens").asText());
            assertThat(page.select("#cut").isEmpty())
                    .isNotEqualTo(answer.get("truncated").asBoolean());
        }
        return answer;
    }
}
