package dev.opensync.test.relevance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** What a text is about: its words without those that every text has, reduced to stems more roughly than search does. */
final class ContentWords {

    private static final CharArraySet FUNCTION_WORDS = new CharArraySet(
            List.of(("a about after all an and any are as at be because been before both but by can cannot could did do"
                            + " does down each even for from further had has have he her here his how i if in into is it"
                            + " its just may me more most must my never new no nobody none nor not of off on once one only"
                            + " or other others our out over own same she should since so some somebody still such than"
                            + " that the their them then there these they this those though through to too two under until"
                            + " up upon was we were what when whenever where which while who why will with without would"
                            + " yet you your")
                    .split(" ", -1)),
            true);

    private static final String SEAMS = "(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}\\p{Nd}]+";

    private ContentWords() {}

    static Set<String> of(String text) {
        Set<String> words = new TreeSet<>();
        try (Analyzer analyzer = new EnglishAnalyzer(FUNCTION_WORDS);
                TokenStream tokens = analyzer.tokenStream("", text.replaceAll(SEAMS, " "))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
