package dev.opensync.bench.search;

import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Questions of each class, the same in each run. */
final class Questions {

    /** The user whose sessions are also those of the small account. */
    static final int SMALL_USER = 42;

    private static final int PREFIX_CHARS = 4;
    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");

    private final Vocabulary vocabulary;
    private final GeneratedHistory history;

    Questions(Vocabulary vocabulary, GeneratedHistory history) {
        this.vocabulary = vocabulary;
        this.history = history;
    }

    /** {@code seed}: another one gives other questions. */
    List<Question> of(QueryClass queryClass, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed * queryClass.name().hashCode());
        return IntStream.range(0, count)
                .mapToObj(i -> question(queryClass, random))
                .toList();
    }

    private Question question(QueryClass queryClass, SplittableRandom random) {
        return switch (queryClass) {
            case RARE -> word(word(random, 20_000, 40_000), Question.EVERYBODY);
            case COMMON -> word(word(random, 20, 100), Question.EVERYBODY);
            case TWO_WORDS -> twoWords(word(random, 100, 1_000), word(random, 1_000, 10_000));
            case PHRASE -> phrase(random);
            case PREFIX -> prefix(word(random, 1_000, 40_000));
            case PROJECT -> project(word(random, 100, 1_000), random.nextInt(GeneratedHistory.USERS));
            case SMALL_ACCOUNT -> word(word(random, 100, 1_000), SMALL_USER);
            case SEMANTIC, HYBRID -> sentence(random);
        };
    }

    private String word(SplittableRandom random, int from, int to) {
        return vocabulary.word(random.nextInt(from, to));
    }

    private static Question word(String word, int user) {
        String sqlite = user == Question.EVERYBODY ? word : ofUser(word, user);
        return new Question(word + " ", sqlite, word, user);
    }

    private static Question project(String word, int user) {
        String name = GeneratedHistory.userName(user);
        return new Question(word + " project:" + name, ofUser(word, user), word, user);
    }

    private static String ofUser(String words, int user) {
        return "text : (" + words + ") AND user : " + GeneratedHistory.userName(user);
    }

    private static Question twoWords(String first, String second) {
        return new Question(
                first + " " + second + " ", first + " OR " + second, first + "|" + second, Question.EVERYBODY);
    }

    private static Question prefix(String word) {
        String prefix = word.substring(0, Math.min(PREFIX_CHARS, word.length()));
        return new Question(prefix, prefix + "*", "\\b" + prefix, Question.EVERYBODY);
    }

    private Question phrase(SplittableRandom random) {
        while (true) {
            List<String> texts =
                    history.session(random.nextInt(history.sessions())).texts();
            String[] words = texts.get(random.nextInt(texts.size())).split(" ", -1);
            int place = random.nextInt(words.length - 1);
            if (WORD.matcher(words[place]).matches()
                    && WORD.matcher(words[place + 1]).matches()) {
                String phrase = words[place] + " " + words[place + 1];
                return new Question("\"" + phrase + "\"", "\"" + phrase + "\"", phrase, Question.EVERYBODY);
            }
        }
    }

    private Question sentence(SplittableRandom random) {
        String words = IntStream.of(30, 300, 3_000, 300, 3_000)
                .mapToObj(rank -> word(random, rank, 2 * rank))
                .reduce("", (before, word) -> before + word + " ");
        return new Question(words, "", "", Question.EVERYBODY);
    }
}
