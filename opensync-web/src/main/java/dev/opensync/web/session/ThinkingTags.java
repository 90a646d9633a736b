package dev.opensync.web.session;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts what a model thought from what it said, where a tool writes both into one text, as Pi does. */
final class ThinkingTags {

    private static final Pattern TAG = Pattern.compile("<(/?)think(ing)?>", Pattern.CASE_INSENSITIVE);
    /** More than a model thinks in one message. */
    private static final int THOUGHTS = 100;

    private static final int NOT_OPEN = -1;

    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    /** Where the first open {@code <think>} starts, and the first open {@code <thinking>}. */
    private final int[] opened = {NOT_OPEN, NOT_OPEN};

    private int from;

    private ThinkingTags(String text) {
        this.text = text;
    }

    /** In one pass, whatever the text; a tag without its counterpart is text. */
    static List<Piece> split(String text) {
        ThinkingTags tags = new ThinkingTags(text);
        Matcher tag = TAG.matcher(text);
        while (tags.pieces.size() < THOUGHTS && tag.find()) {
            tags.take(tag);
        }
        tags.say(text.length());
        return tags.pieces;
    }

    private void take(Matcher tag) {
        int kind = tag.group(2) == null ? 0 : 1;
        if (tag.group(1).isEmpty()) {
            opened[kind] = opened[kind] == NOT_OPEN ? tag.start() : opened[kind];
        } else if (opened[kind] != NOT_OPEN) {
            int start = opened[kind];
            say(start);
            pieces.add(new Piece.Thought(text.substring(text.indexOf('>', start) + 1, tag.start())));
            from = tag.end();
            opened[0] = NOT_OPEN;
            opened[1] = NOT_OPEN;
        }
    }

    private void say(int end) {
        String speech = text.substring(from, end);
        if (!speech.isBlank()) {
            pieces.add(new Piece.Speech(speech));
        }
    }
}
