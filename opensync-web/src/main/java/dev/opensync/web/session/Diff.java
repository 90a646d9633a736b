package dev.opensync.web.session;

import java.util.ArrayList;
import java.util.List;

/** The lines of a change to a file, old and new; {@code isCut} if there are more. */
public record Diff(List<Line> lines, boolean isCut) {

    static final Diff NONE = new Diff(List.of(), false);

    private static final int SHOWN_LINES = 1_000;
    /** Above this many comparisons all old lines are shown before all new ones. */
    private static final long COMPARISONS = 250_000;

    public Diff {
        lines = List.copyOf(lines);
    }

    /** One line; {@code css} is the class it is drawn with, {@code mark} its first column. */
    public record Line(Change change, String text) {

        public String css() {
            return switch (change) {
                case ADDED -> "add";
                case REMOVED -> "del";
                case KEPT -> "same";
                case GAP -> "gap";
            };
        }

        public String mark() {
            return switch (change) {
                case ADDED -> "+";
                case REMOVED -> "-";
                case KEPT, GAP -> " ";
            };
        }
    }

    /** What happened to a line; a gap stands between two places of a file. */
    public enum Change {
        ADDED,
        REMOVED,
        KEPT,
        GAP
    }

    static Diff between(String before, String after) {
        List<String> old = Texts.cut(before).lines().toList();
        List<String> now = Texts.cut(after).lines().toList();
        int start = alike(old, now);
        int end = alikeAtEnd(old, now, start);
        List<Line> lines = new ArrayList<>(lines(Change.KEPT, old.subList(0, start)));
        lines.addAll(changed(old.subList(start, old.size() - end), now.subList(start, now.size() - end)));
        lines.addAll(lines(Change.KEPT, old.subList(old.size() - end, old.size())));
        return bounded(lines, Texts.isCut(before) || Texts.isCut(after));
    }

    /** Lines of a patch, by their first character. */
    static Diff ofPatch(String patch) {
        return bounded(Texts.cut(patch).lines().map(Diff::patchLine).toList(), Texts.isCut(patch));
    }

    /** One after the other with a gap between them. */
    static Diff joined(List<Diff> diffs) {
        List<Line> lines = new ArrayList<>();
        for (Diff diff : diffs) {
            if (!lines.isEmpty()) {
                lines.add(new Line(Change.GAP, "⋯"));
            }
            lines.addAll(diff.lines);
        }
        return bounded(lines, diffs.stream().anyMatch(Diff::isCut));
    }

    public boolean hasLines() {
        return !lines.isEmpty();
    }

    public long added() {
        return count(Change.ADDED);
    }

    public long removed() {
        return count(Change.REMOVED);
    }

    int chars() {
        return lines.stream().mapToInt(line -> line.text().length()).sum();
    }

    private static Diff bounded(List<Line> lines, boolean isCut) {
        return lines.size() <= SHOWN_LINES ? new Diff(lines, isCut) : new Diff(lines.subList(0, SHOWN_LINES), true);
    }

    private long count(Change change) {
        return lines.stream().filter(line -> line.change() == change).count();
    }

    private static Line patchLine(String line) {
        if (line.startsWith("+++") || line.startsWith("---") || line.startsWith("@@") || line.startsWith("***")) {
            return new Line(Change.GAP, line);
        }
        if (line.startsWith("+")) {
            return new Line(Change.ADDED, line.substring(1));
        }
        if (line.startsWith("-")) {
            return new Line(Change.REMOVED, line.substring(1));
        }
        return new Line(Change.KEPT, line.startsWith(" ") ? line.substring(1) : line);
    }

    private static List<Line> lines(Change change, List<String> texts) {
        return texts.stream().map(text -> new Line(change, text)).toList();
    }

    private static int alike(List<String> old, List<String> now) {
        int count = 0;
        while (count < Math.min(old.size(), now.size()) && old.get(count).equals(now.get(count))) {
            count++;
        }
        return count;
    }

    private static int alikeAtEnd(List<String> old, List<String> now, int start) {
        int count = 0;
        while (count < Math.min(old.size(), now.size()) - start
                && old.get(old.size() - 1 - count).equals(now.get(now.size() - 1 - count))) {
            count++;
        }
        return count;
    }

    private static List<Line> changed(List<String> old, List<String> now) {
        if ((long) old.size() * now.size() > COMPARISONS) {
            List<Line> lines = new ArrayList<>(lines(Change.REMOVED, old));
            lines.addAll(lines(Change.ADDED, now));
            return lines;
        }
        return byLongestCommon(old, now);
    }

    private static List<Line> byLongestCommon(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(Change.KEPT, old.get(i)));
                i++;
                j++;
            } else if (i < old.size() && (j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Change.REMOVED, old.get(i)));
                i++;
            } else {
                lines.add(new Line(Change.ADDED, now.get(j)));
                j++;
            }
        }
        return lines;
    }
}
