package dev.opensync.bench.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The history of a company with {@link #USERS} people, the same in each run: each session can be made at any time from its
 * number alone. Nothing in it needs to be escaped, neither in SQL nor in JSON.
 */
public final class GeneratedHistory {

    static final int USERS = 100;
    static final int MESSAGES_PER_SESSION = 50;

    private static final long SEED = 7_919;

    /** Any odd number but the step of the generator itself, which would give each session the words of the one before. */
    private static final long SEED_STEP = 0xD1342543DE82EF95L;

    private static final int TITLE_WORDS = 5;
    private static final int WORDS_PER_LINE = 14;

    private final Vocabulary vocabulary;
    private final int sessions;

    /** {@code messages} in all, of all sessions. */
    public GeneratedHistory(Vocabulary vocabulary, int messages) {
        this.vocabulary = vocabulary;
        sessions = Math.max(USERS, messages / MESSAGES_PER_SESSION);
    }

    public int sessions() {
        return sessions;
    }

    int messages() {
        return sessions * MESSAGES_PER_SESSION;
    }

    Stream<GeneratedSession> all() {
        return IntStream.range(0, sessions).mapToObj(this::session);
    }

    /** Everybody has one session of a hundred. */
    public GeneratedSession session(int number) {
        SplittableRandom random = new SplittableRandom(SEED + number * SEED_STEP);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < MESSAGES_PER_SESSION; i++) {
            texts.add(text(random, length(random)));
        }
        return new GeneratedSession(number, number % USERS, text(random, TITLE_WORDS), texts);
    }

    static String userName(int user) {
        return String.format(Locale.ROOT, "user%03d", user);
    }

    /** Most answers are a paragraph, some a word or two, some a page. */
    private static int length(SplittableRandom random) {
        int kind = random.nextInt(10);
        if (kind < 2) {
            return 4 + random.nextInt(16);
        }
        return kind < 9 ? 40 + random.nextInt(70) : 120 + random.nextInt(120);
    }

    private String text(SplittableRandom random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            if (i > 0) {
                text.append(i % WORDS_PER_LINE == 0 ? ". " : " ");
            }
            append(text, random);
        }
        return text.toString();
    }

    /** One of twelve is an identifier, one of forty a path, one of eighty a number. */
    private void append(StringBuilder text, SplittableRandom random) {
        int kind = random.nextInt(240);
        if (kind < 12) {
            text.append(vocabulary.any(random)).append(capital(random)).append(capital(random));
        } else if (kind < 20) {
            text.append(vocabulary.any(random)).append('_').append(vocabulary.any(random));
        } else if (kind < 26) {
            text.append("src/")
                    .append(vocabulary.any(random))
                    .append('/')
                    .append(capital(random))
                    .append(".java:")
                    .append(random.nextInt(1, 900));
        } else if (kind < 29) {
            text.append(Integer.toHexString(random.nextInt()));
        } else {
            text.append(vocabulary.any(random));
        }
    }

    private String capital(SplittableRandom random) {
        String word = vocabulary.any(random);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
