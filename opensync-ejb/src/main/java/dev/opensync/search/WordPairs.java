package dev.opensync.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        Set<String> numbers = new HashSet<>();
        texts.forEach(text -> of(text).forEach(numbers::addAll));
        return List.copyOf(numbers);
    }

    /** For each two neighbours, in their order, the numbers of which a text with that phrase has one; none for a lone word. */
    static List<Set<String>> of(String phrase) {
        List<Set<String>> pairs = new ArrayList<>();
        List<Integer> before = List.of();
        List<Integer> here = new ArrayList<>();
        try (TokenStream words = LuceneAnalysis.ANALYZER.tokenStream(CodeAnalysis.NAME, phrase)) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute step = words.addAttribute(PositionIncrementAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                if (step.getPositionIncrement() > 0) {
                    before = step.getPositionIncrement() == 1 ? here : List.of();
                    here = new ArrayList<>();
                    if (!before.isEmpty()) {
                        pairs.add(new HashSet<>());
                    }
                }
                int hash = word.toString().hashCode();
                here.add(hash);
                before.forEach(first -> pairs.get(pairs.size() - 1).add(number(first, hash)));
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pairs;
    }

    private static String number(int first, int second) {
        int mixed = (PRIME * first + second) * SPREAD;
        return Integer.toString(mixed >>> (Integer.SIZE - NUMBER_BITS), Character.MAX_RADIX);
    }
}
