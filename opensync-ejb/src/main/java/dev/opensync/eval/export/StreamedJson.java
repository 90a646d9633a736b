package dev.opensync.eval.export;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON as {@code JSON.stringify} does, on one line or with an indent of two, so that files are the same byte for byte
 * as those of the original OpenSync. A text may come in pieces and need not fit into memory.
 */
final class StreamedJson {

    private static final String INDENT = "  ";
    private static final String HEX = "0123456789abcdef";

    private final Appendable out;
    private final boolean indented;

    /** How many items each open bracket has so far. */
    private final Deque<Integer> items = new ArrayDeque<>();

    private boolean named;

    StreamedJson(Appendable out, boolean indented) {
        this.out = out;
        this.indented = indented;
    }

    StreamedJson openObject() throws IOException {
        return open('{');
    }

    StreamedJson closeObject() throws IOException {
        return close('}');
    }

    StreamedJson openArray() throws IOException {
        return open('[');
    }

    StreamedJson closeArray() throws IOException {
        return close(']');
    }

    StreamedJson name(String name) throws IOException {
        text(name);
        out.append(indented ? ": " : ":");
        named = true;
        return this;
    }

    StreamedJson text(String text) throws IOException {
        return text(List.of(text));
    }

    /** One text of several pieces with an empty line between them. */
    StreamedJson text(Iterable<String> pieces) throws IOException {
        startItem();
        out.append('"');
        boolean first = true;
        for (String piece : pieces) {
            out.append(first ? "" : "\\n\\n");
            escape(piece, 0, piece.length());
            first = false;
        }
        out.append('"');
        return this;
    }

    /** A text that is written bit by bit. */
    StreamedJson written(Content content) throws IOException {
        startItem();
        out.append('"');
        content.write(new Escaping());
        out.append('"');
        return this;
    }

    StreamedJson number(long number) throws IOException {
        startItem();
        out.append(Long.toString(number));
        return this;
    }

    StreamedJson nothing() throws IOException {
        startItem();
        out.append("null");
        return this;
    }

    /** A text that may be missing, which is told. */
    StreamedJson textOrNull(@Nullable String text) throws IOException {
        return text == null ? nothing() : text(text);
    }

    StreamedJson texts(Iterable<String> texts) throws IOException {
        openArray();
        for (String text : texts) {
            text(text);
        }
        return closeArray();
    }

    private StreamedJson open(char bracket) throws IOException {
        startItem();
        out.append(bracket);
        items.push(0);
        return this;
    }

    private StreamedJson close(char bracket) throws IOException {
        if (items.pop() > 0) {
            newLine();
        }
        out.append(bracket);
        return this;
    }

    private void startItem() throws IOException {
        if (named) {
            named = false;
            return;
        }
        if (items.isEmpty()) {
            return;
        }
        int before = items.pop();
        items.push(before + 1);
        if (before > 0) {
            out.append(',');
        }
        newLine();
    }

    private void newLine() throws IOException {
        if (indented) {
            out.append('\n').append(INDENT.repeat(items.size()));
        }
    }

    private void escape(CharSequence text, int start, int end) throws IOException {
        int written = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == '"' || c == '\\' || c < ' ' || Character.isSurrogate(c)) {
                out.append(text, written, i).append(escaped(c));
                written = i + 1;
            }
        }
        out.append(text, written, end);
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default ->
                "\\u" + HEX.charAt(c >> 12) + HEX.charAt(c >> 8 & 15) + HEX.charAt(c >> 4 & 15) + HEX.charAt(c & 15);
        };
    }

    /** Something that writes itself. */
    interface Content {
        void write(Appendable out) throws IOException;
    }

    private final class Escaping implements Appendable {

        @Override
        public Appendable append(CharSequence text) throws IOException {
            return append(text, 0, text.length());
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            escape(text, start, end);
            return this;
        }

        @Override
        public Appendable append(char c) throws IOException {
            return append(String.valueOf(c));
        }
    }
}
