package dev.opensync.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.search.engine.backend.types.Highlightable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.backend.types.TermVector;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.jspecify.annotations.Nullable;

/**
 * A message as the index keeps it, with what is asked of its session; number 0 stands for the session itself and carries its
 * title. Where its words stand is stored with it: to mark what was found in long texts they need not be analysed again.
 */
@SearchEntity
@Indexed(index = "message")
public class MessageDocument {

    /** Changes with every change of this class, {@link PassageDocument} or {@link CodeAnalysis}: older indexes are then built anew. */
    static final int FORMAT = 7;

    static final String PAIR = "pair";

    @DocumentId
    String id = "";

    /** What is older than the last rebuild was not found by it. */
    @GenericField
    long generation;

    /** A number, but looked for as a word: that skips what is of others, where a range of numbers reads all its own first. */
    @KeywordField
    String accountId = "";

    @GenericField
    long sessionId;

    @GenericField
    int sequence;

    @GenericField(projectable = Projectable.YES, sortable = Sortable.YES)
    long createdMs;

    @GenericField
    boolean shared;

    @GenericField
    boolean eval;

    @KeywordField
    String status = "";

    @KeywordField
    List<String> tag = List.of();

    @KeywordField
    @Nullable
    String role;

    @FullTextField(analyzer = CodeAnalysis.NAME)
    @Nullable
    String source;

    @FullTextField(analyzer = CodeAnalysis.NAME)
    @Nullable
    String model;

    @FullTextField(analyzer = CodeAnalysis.NAME)
    List<String> project = List.of();

    @FullTextField(analyzer = CodeAnalysis.NAME)
    List<String> tool = List.of();

    @FullTextField(
            analyzer = CodeAnalysis.NAME,
            highlightable = Highlightable.UNIFIED,
            termVector = TermVector.WITH_POSITIONS_OFFSETS)
    @Nullable
    String title;

    /** What was said. */
    @FullTextField(
            analyzer = CodeAnalysis.NAME,
            highlightable = Highlightable.UNIFIED,
            termVector = TermVector.WITH_POSITIONS_OFFSETS)
    List<String> text = List.of();

    @FullTextField(
            analyzer = CodeAnalysis.NAME,
            highlightable = Highlightable.UNIFIED,
            termVector = TermVector.WITH_POSITIONS_OFFSETS)
    List<String> thinking = List.of();

    /** Names, arguments and results of tools, and every other part that is not text. */
    @FullTextField(
            analyzer = CodeAnalysis.NAME,
            highlightable = Highlightable.UNIFIED,
            termVector = TermVector.WITH_POSITIONS_OFFSETS)
    List<String> toolText = List.of();

    /** See {@link WordPairs}. */
    @KeywordField(name = PAIR)
    List<String> pair = List.of();

    /** What is embedded of a message; see {@link SearchableText#said}. */
    String said() {
        return Stream.concat(text.stream(), thinking.stream()).collect(Collectors.joining("\n"));
    }

    /** How much there is to find in it. */
    long chars() {
        return Stream.of(text, thinking, toolText)
                .flatMap(List::stream)
                .mapToLong(String::length)
                .sum();
    }

    /** All that is found by its words, see {@link TextField}. */
    Stream<String> texts() {
        return Stream.concat(
                Stream.ofNullable(title),
                Stream.of(text, thinking, toolText, project).flatMap(List::stream));
    }

    static String id(long sessionId, int sequence) {
        return sessionId + "-" + sequence;
    }

    static long sessionId(String id) {
        return Long.parseLong(id, 0, id.indexOf('-'), 10);
    }

    static int sequence(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }
}
