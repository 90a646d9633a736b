package dev.opensync.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.MessageRole;
import dev.opensync.session.SessionSummary;
import dev.opensync.shared.TokenUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContextBudgetTest {

    private static final String BASE = "http://localhost:8080";
    private static final String[] TEXTS = {
        "Why does parseJsonBody fail?",
        "```java\nint x = 1;\n```",
        "]]> <b>&amp;",
        "漢字かな交じり文",
        "😀👩‍👩‍👧😀",
        "\n\n\n",
        " ",
        "a".repeat(300)
    };

    @ParameterizedTest
    @EnumSource
    void noFormatEverExceedsItsBudget(ContextFormat format) {
        Random random = new Random(7);
        for (int maxTokens = 1; maxTokens < 1500; maxTokens += 37) {
            WrittenContext written = new ContextBudget(format.layout(BASE), "login", maxTokens).write(sessions(random));

            assertThat(written.tokens()).isLessThanOrEqualTo(maxTokens);
            assertThat(Tokens.count(written.text())).isEqualTo(written.tokens());
            assertThat(written.text()).matches(text -> text.codePoints().noneMatch(ContextBudgetTest::isHalf));
        }
    }

    @Test
    void whatFitsIsTakenWhole() {
        List<Candidates> found = List.of(session("a", 9, "one", "two"), session("b", 9, "three"));

        WrittenContext written = write(found, 1000);

        assertThat(written.truncated()).isFalse();
        assertThat(written.text()).isEqualTo("""
                Relevant coding sessions for: "login"

                --- Session: a ---
                Project: N/A
                Model: N/A

                [USER]
                one

                [USER]
                two


                --- Session: b ---
                Project: N/A
                Model: N/A

                [USER]
                three


                """);
    }

    @Test
    void lastMessagesAreKeptWhereRoomIsShort() {
        Candidates session = session("a", 9, words(50), words(50), words(50), "the last");

        Excerpt excerpt = write(List.of(session), 120).excerpts().get(0);

        assertThat(excerpt.messages()).hasSize(2);
        assertThat(excerpt.messages().get(1).text()).isEqualTo("the last");
    }

    @Test
    void messagesAreTakenFromTheBestOutwards() {
        Candidates session = candidates("a", 2, 3, "m0", "m1", "m2", "m3", "m4");

        Excerpt excerpt = write(List.of(session), 1000).excerpts().get(0);

        assertThat(excerpt.messages()).extracting(ContextMessage::text).containsExactly("m1", "m2", "m3");
    }

    @Test
    void everySessionGetsAPartBeforeTheBestGetsMore() {
        List<Candidates> found = List.of(
                session("a", 50, repeated(50, words(20))),
                session("b", 50, repeated(50, words(20))),
                session("c", 9, "x"));

        WrittenContext written = write(found, 900);

        assertThat(written.excerpts()).hasSize(3);
        assertThat(written.truncated()).isTrue();
        assertThat(written.excerpts().get(0).messages().size())
                .isGreaterThanOrEqualTo(written.excerpts().get(1).messages().size());
        assertThat(written.tokens()).isBetween(800, 900);
    }

    @Test
    void fewSessionsGetTheRoomThatIsTooSmallForMany() {
        List<Candidates> found = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            found.add(session("s" + i, 9, words(100)));
        }

        List<Excerpt> excerpts = write(found, 300).excerpts();

        assertThat(excerpts).hasSizeLessThan(4);
        assertThat(excerpts.get(0).messages().get(0).cut()).isFalse();
    }

    @Test
    void messageThatIsTooLongAloneIsCut() {
        WrittenContext written = write(List.of(session("a", 9, "😀漢".repeat(5000))), 100);

        ContextMessage message = written.excerpts().get(0).messages().get(0);
        assertThat(message.cut()).isTrue();
        assertThat(written.truncated()).isTrue();
        assertThat("😀漢".repeat(5000)).startsWith(message.text());
        assertThat(message.text()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void budgetForNothingGivesNothing(int maxTokens) {
        assertThat(write(List.of(session("a", 9, "one")), maxTokens))
                .isEqualTo(new WrittenContext("", List.of(), 0, true));
    }

    private static WrittenContext write(List<Candidates> found, int maxTokens) {
        return new ContextBudget(new TextLayout(), "login", maxTokens).write(found);
    }

    private static List<Candidates> sessions(Random random) {
        List<Candidates> found = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String[] texts = new String[random.nextInt(12)];
            for (int j = 0; j < texts.length; j++) {
                texts[j] = TEXTS[random.nextInt(TEXTS.length)].repeat(1 + random.nextInt(20));
            }
            int best = texts.length == 0 ? 0 : random.nextInt(texts.length);
            found.add(candidates("Session " + i, best, 10, texts));
        }
        return found;
    }

    private static Candidates session(String title, int most, String... texts) {
        return candidates(title, texts.length - 1, most, texts);
    }

    private static Candidates candidates(String title, int best, int most, String... texts) {
        List<ContextMessage> messages = new ArrayList<>();
        for (String text : texts) {
            int sequence = messages.size() + 1;
            messages.add(new ContextMessage(
                    "id-" + sequence, MessageRole.USER, text, new MessageCursor(1000, sequence), false));
        }
        return new Candidates(summary(title, null), messages, best, most);
    }

    static SessionSummary summary(String title, @Nullable String model) {
        return new SessionSummary(
                "5d41402abc4b2a76b9719d911017c592",
                "external",
                title,
                null,
                null,
                model,
                null,
                "pi",
                new TokenUsage(0, 0),
                false,
                new TokenUsage(0, 0),
                0,
                null,
                0,
                false,
                false,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static String words(int count) {
        return "word ".repeat(count).strip();
    }

    private static String[] repeated(int count, String text) {
        String[] texts = new String[count];
        Arrays.fill(texts, text);
        return texts;
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
