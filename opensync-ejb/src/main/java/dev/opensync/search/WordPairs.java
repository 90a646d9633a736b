package dev.opensync.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Which words stand next to each other in a text, as numbers that several pairs share. What lacks a number of a phrase lacks the
 * phrase: so of words that stand in nearly every message the places are read only where they are neighbours. A word and its stem
 * stand at one place, and each makes pairs with what is next to it, as a phrase is found by either.
 *
 * <p>Of the embedded index only; a cluster cuts texts into words by itself.
 */
final class WordPairs {

    /** Few enough to be no burden for the index, and so many that each is in few messages by chance. */
    private static final int NUMBER_BITS = 14;

    /** 2 to the power of 32 by the golden ratio: spreads what differs little (Knuth, TAOCP 3, 6.4). */
    private static final int SPREAD = 0x9E3779B9;

    private static final int PRIME = 31;

    private WordPairs() {}

    /** {@code texts}: no pair goes from one to the next. */
    static List<String> of(Stream<String> texts) {
        BitSet numbers = new BitSet();
        texts.forEach(text -> each(text, (place, number) -> numbers.set(number)));
        return numbers.stream().mapToObj(WordPairs::term).toList();
    }

    /** For each two neighbours the numbers of which a text with that phrase has one; none for a lone word. */
    static Collection<Set<String>> of(String phrase) {
        Map<Integer, Set<String>> byPlace = new TreeMap<>();
        each(
                phrase,
                (place, number) ->
                        byPlace.computeIfAbsent(place, first -> new TreeSet<>()).add(term(number)));
        return byPlace.values();
    }

    private static void each(String text, PairConsumer pairs) {
        List<Integer> before = List.of();
        List<Integer> here = new ArrayList<>();
        int place = 0;
        try (TokenStream words = LuceneAnalysis.ANALYZER.tokenStream(CodeAnalysis.NAME, text)) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = words.addAttribute(PositionIncrementAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                if (step.getPositionIncrement() > 0) {
                    before = step.getPositionIncrement() == 1 ? here : List.of();
                    here = new ArrayList<>();
                    place++;
                }
                int hash = word.toString().hashCode();
                here.add(hash);
                for (int first : before) {
                    pairs.accept(place, number(first, hash));
                }
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(int first, int second) {
        int mixed = (PRIME * first + second) * SPREAD;
        return mixed >>> (Integer.SIZE - NUMBER_BITS);
    }

    private static String term(int number) {
        return Integer.toString(number, Character.MAX_RADIX);
    }

    @FunctionalInterface
    private interface PairConsumer {

        /** {@code place} of the second word. */
        void accept(int place, int number);
    }
}
