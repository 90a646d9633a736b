package dev.opensync.bench.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Words made of syllables, of which the one of rank k is used in proportion to k to the power of -1.05, as Zipf found. */
public final class Vocabulary {

    static final int SIZE = 60_000;

    private static final double EXPONENT = 1.05;
    private static final long SEED = 20_261_121;
    private static final int SHORT_WORDS = 300;

    private static final List<String> HEADS = List.of(
            "b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "st", "tr", "pl", "gr");
    private static final List<String> CORES = List.of("a", "e", "i", "o", "u", "ai", "ou");
    private static final List<String> TAILS = List.of("", "", "", "n", "r", "t", "l", "k");

    private final List<String> words;

    /** Of the alias method: below the threshold a slot gives its own rank, above it the other one. */
    private final double[] threshold = new double[SIZE];

    private final int[] other = new int[SIZE];

    public Vocabulary() {
        words = List.copyOf(distinctWords());
        prepare();
    }

    /** Rank 0 is the most frequent. */
    public String word(int rank) {
        return words.get(rank);
    }

    String any(SplittableRandom random) {
        int slot = random.nextInt(SIZE);
        return words.get(random.nextDouble() < threshold[slot] ? slot : other[slot]);
    }

    private static Set<String> distinctWords() {
        SplittableRandom random = new SplittableRandom(SEED);
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < SIZE) {
            int syllables = words.size() < SHORT_WORDS ? 1 + random.nextInt(2) : 2 + random.nextInt(3);
            StringBuilder word = new StringBuilder();
            for (int i = 0; i < syllables; i++) {
                word.append(pick(HEADS, random)).append(pick(CORES, random));
            }
            words.add(word.append(pick(TAILS, random)).toString());
        }
        return words;
    }

    private static String pick(List<String> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void prepare() {
        double[] share = new double[SIZE];
        double sum = 0;
        for (int rank = 0; rank < SIZE; rank++) {
            share[rank] = Math.pow(rank + 1d, -EXPONENT);
            sum += share[rank];
        }
        List<Integer> small = new ArrayList<>();
        List<Integer> large = new ArrayList<>();
        for (int rank = 0; rank < SIZE; rank++) {
            threshold[rank] = share[rank] * SIZE / sum;
            (threshold[rank] < 1 ? small : large).add(rank);
        }
        while (!small.isEmpty() && !large.isEmpty()) {
            int slot = small.remove(small.size() - 1);
            int donor = large.remove(large.size() - 1);
            other[slot] = donor;
            threshold[donor] -= 1 - threshold[slot];
            (threshold[donor] < 1 ? small : large).add(donor);
        }
    }
}
