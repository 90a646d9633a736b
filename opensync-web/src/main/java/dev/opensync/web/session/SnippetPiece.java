package dev.opensync.web.session;

import dev.opensync.search.Snippet;
import dev.opensync.search.Snippet.Range;
import java.util.ArrayList;
import java.util.List;

/** A stretch of a snippet that was looked for, or that stands between such. */
public record SnippetPiece(String text, boolean found) {

    /** In order, together the whole snippet. */
    public static List<SnippetPiece> of(Snippet snippet) {
        List<SnippetPiece> pieces = new ArrayList<>();
        int done = 0;
        for (Range range : snippet.ranges()) {
            pieces.add(new SnippetPiece(snippet.text().substring(done, range.start()), false));
            pieces.add(new SnippetPiece(snippet.text().substring(range.start(), range.end()), true));
            done = range.end();
        }
        pieces.add(new SnippetPiece(snippet.text().substring(done), false));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }
}
