package dev.opensync.web.session;

import java.util.ArrayList;
import java.util.List;

/** The lines of a change to a file, old and new. */
public record Diff(List<Line> lines) {

    static final Diff NONE = new Diff(List.of());

    /** Above this many comparisons all old lines are shown before all new ones. */
    private static final long COMPARISONS = 4_000_000;

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
        List<String> old = before.isEmpty() ? List.of() : before.lines().toList();
        List<String> now = after.isEmpty() ? List.of() : after.lines().toList();
        if ((long) old.size() * now.size() > COMPARISONS) {
            List<Line> lines = new ArrayList<>();
            old.forEach(text -> lines.add(new Line(Change.REMOVED, text)));
            now.forEach(text -> lines.add(new Line(Change.ADDED, text)));
            return new Diff(lines);
        }
        return new Diff(byLongestCommon(old, now));
    }

    /** Lines of a patch, by their first character. */
    static Diff ofPatch(String patch) {
        return new Diff(patch.lines().map(Diff::patchLine).toList());
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
        return new Diff(lines);
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
