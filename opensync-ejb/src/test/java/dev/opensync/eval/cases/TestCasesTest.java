package dev.opensync.eval.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.MessageRole;
import dev.opensync.shared.TokenUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestCasesTest {

    private static final List<MessageRole> ROLES = List.of(MessageRole.values());

    @ParameterizedTest
    @EnumSource
    void countsAreThoseOfAnExport(TurnMode mode) {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            List<SpokenMessage> messages = messages(random);
            int minChars = i % 3;
            for (boolean system : new boolean[] {false, true}) {
                ExportOptions options = ExportOptions.DEFAULT.with(changed -> {
                    changed.turnMode = mode;
                    changed.systemMessages = system;
                    changed.minChars = minChars;
                });

                assertThat(CaseCounts.of(messages, options).of(mode))
                        .as(messages::toString)
                        .isEqualTo(list(new TestCases(conversation(messages), options))
                                .size());
            }
        }
    }

    @Test
    void contextIsEverythingBeforeTheQuestion() {
        List<SpokenMessage> messages = List.of(
                message(1, MessageRole.ASSISTANT, "hello"),
                message(2, MessageRole.USER, "one"),
                message(3, MessageRole.TOOL, "ran"),
                message(4, MessageRole.ASSISTANT, "1"),
                message(5, MessageRole.USER, "two"),
                message(6, MessageRole.ASSISTANT, ""),
                message(7, MessageRole.ASSISTANT, "2"));

        List<EvalCase> cases = list(new TestCases(conversation(messages), ExportOptions.DEFAULT));

        assertThat(cases).hasSize(2);
        assertThat(cases.get(1).context()).extracting(SpokenMessage::text).containsExactly("hello", "one", "ran", "1");
        assertThat(cases.get(1).answer()).containsExactly("2");
    }

    @Test
    void manyMessagesAreReadAnewInsteadOfBeingKept() {
        AtomicInteger walks = new AtomicInteger();
        List<SpokenMessage> messages = IntStream.rangeClosed(1, 9)
                .mapToObj(number -> message(number, MessageRole.USER, "12345"))
                .toList();
        Iterable<SpokenMessage> source = () -> {
            walks.incrementAndGet();
            return messages.iterator();
        };

        HeldMessages few = new HeldMessages(source, 45);
        assertThat(list(few)).isEqualTo(messages);
        assertThat(list(few)).isEqualTo(messages);
        assertThat(walks).hasValue(1);

        HeldMessages many = new HeldMessages(source, 44);
        assertThat(list(many)).isEqualTo(messages);
        assertThat(list(many)).isEqualTo(messages);
        assertThat(walks).hasValue(4);
    }

    @Test
    void turnsAreFoundWithoutReadingAhead() {
        Iterator<SpokenMessage> endless = new Iterator<>() {

            private int number;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public SpokenMessage next() {
                number++;
                return message(number, number % 2 == 1 ? MessageRole.USER : MessageRole.ASSISTANT, "x");
            }
        };

        assertThat(new TestCases(conversation(() -> endless), ExportOptions.DEFAULT)
                        .iterator()
                        .next()
                        .sequence())
                .isEqualTo(1);
    }

    private static List<SpokenMessage> messages(Random random) {
        List<SpokenMessage> messages = new ArrayList<>();
        int count = random.nextInt(9);
        for (int number = 1; number <= count; number++) {
            MessageRole role = ROLES.get(random.nextInt(ROLES.size()));
            messages.add(message(number, role, "x".repeat(random.nextInt(4))));
        }
        return messages;
    }

    private static SpokenMessage message(int number, MessageRole role, String text) {
        return new SpokenMessage(number, role, text, 1, 1, null, Instant.EPOCH, List.of());
    }

    private static Conversation conversation(Iterable<SpokenMessage> messages) {
        return new Conversation(
                "s",
                "pi",
                null,
                null,
                List.of(),
                null,
                null,
                new TokenUsage(0, 0),
                null,
                Instant.EPOCH,
                null,
                CaseChoice.ALL,
                messages);
    }

    @Test
    void onlyChosenOnesAreMade() {
        List<SpokenMessage> messages = List.of(
                message(1, MessageRole.USER, "a"),
                message(2, MessageRole.ASSISTANT, "b"),
                message(3, MessageRole.USER, "c"),
                message(4, MessageRole.ASSISTANT, "d"),
                message(5, MessageRole.USER, "e"),
                message(6, MessageRole.ASSISTANT, "f"));
        Conversation all = conversation(messages);
        CaseChoice only = new CaseChoice(true, Set.of(3, 9));
        CaseChoice allBut = new CaseChoice(false, Set.of(3, 9));

        assertThat(new TestCases(all.with(only, messages), ExportOptions.DEFAULT))
                .extracting(EvalCase::sequence)
                .containsExactly(3);
        TestCases others = new TestCases(all.with(allBut, messages), ExportOptions.DEFAULT);
        assertThat(others).extracting(EvalCase::sequence).containsExactly(1, 5);
        assertThat(others.count()).isEqualTo(2);
    }

    private static <T> List<T> list(Iterable<T> items) {
        return StreamSupport.stream(items.spliterator(), false).toList();
    }
}
