package dev.opensync.api.search;

import dev.opensync.search.Snippet;
import dev.opensync.search.Snippet.Range;

/** Makes a snippet safe to put into a page: nothing of what people wrote is markup, only the marks are. */
final class SnippetHtml {

    private SnippetHtml() {}

    static String of(Snippet snippet) {
        StringBuilder html = new StringBuilder();
        int done = 0;
        for (Range range : snippet.ranges()) {
            html.append(escaped(snippet.text().substring(done, range.start())))
                    .append("<em>")
                    .append(escaped(snippet.text().substring(range.start(), range.end())))
                    .append("</em>");
            done = range.end();
        }
        return html.append(escaped(snippet.text().substring(done))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
