package dev.opensync.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of text around what was found.
 *
 * @param text plain, as it was said
 * @param ranges of what was found, in the characters of {@code text}
 */
public record Snippet(String text, List<Range> ranges) {

    /** Lines of generated code may be of any length; more than this on either side of a find tells nothing. */
    private static final int AROUND = 120;

    private static final String GAP = " … ";

    public Snippet {
        ranges = List.copyOf(ranges);
    }

    /** {@code end} exclusive. */
    public record Range(int start, int end) {}

    /** From fragments that the index has marked. */
    static Snippet of(List<String> fragments) {
        StringBuilder text = new StringBuilder();
        List<Range> ranges = new ArrayList<>();
        for (String fragment : fragments) {
            if (!text.isEmpty()) {
                text.append(GAP);
            }
            append(cut(fragment), text, ranges);
        }
        return new Snippet(text.toString(), ranges);
    }

    private static void append(String marked, StringBuilder text, List<Range> ranges) {
        int start = -1;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == Highlighting.MARK_START) {
                start = text.length();
            } else if (c != Highlighting.MARK_END) {
                text.append(c);
            } else if (start >= 0) {
                int rest = endOfWord(marked, i + 1);
                text.append(marked, i + 1, rest);
                ranges.add(new Range(start, text.length()));
                start = -1;
                i = rest - 1;
            }
        }
    }

    /** Where an identifier was cut into words, the index marks all but the last letter of the first. */
    private static int endOfWord(String marked, int from) {
        int end = from;
        while (end < marked.length() && Character.isLowerCase(marked.charAt(end))) {
            end++;
        }
        return end;
    }

    /** From a little before the first find to a little after the last that is near it. */
    private static String cut(String marked) {
        int first = Math.max(0, marked.indexOf(Highlighting.MARK_START));
        int start = boundary(marked, Math.max(0, first - AROUND));
        int end = Math.min(marked.length(), first + 2 * AROUND);
        int openMark = marked.lastIndexOf(Highlighting.MARK_START, end - 1);
        int closingMark = marked.indexOf(Highlighting.MARK_END, Math.max(0, openMark));
        if (openMark >= 0 && closingMark >= end) {
            end = closingMark + 1;
        }
        return marked.substring(start, boundary(marked, end));
    }

    /** Never between the halves of a character. */
    private static int boundary(String text, int index) {
        return index > 0 && index < text.length() && Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }
}
