package dev.opensync.web.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing to draw inside a message. */
public sealed interface Block {

    /** What the page decides by. */
    Kind kind();

    /** The kinds of block, one per record below. */
    enum Kind {
        PROSE,
        THINKING,
        TOOL,
        OUTPUT,
        PICTURE,
        OTHER
    }

    /** Text of the speaker; {@code html} is safe to write as it is. */
    record Prose(String html) implements Block {
        @Override
        public Kind kind() {
            return Kind.PROSE;
        }
    }

    /** What a model thought before it spoke; {@code html} is safe to write as it is. */
    record Thinking(String html) implements Block {
        @Override
        public Kind kind() {
            return Kind.THINKING;
        }
    }

    /**
     * A tool that was called.
     *
     * @param summary the one argument that says most, such as the command or the path; may be empty
     * @param command a shell command in full, null for other tools
     * @param diff changes to a file, empty for other tools
     * @param arguments the arguments not shown otherwise, as indented JSON; null if there are none
     * @param output what the tool answered, null if that is not known
     */
    record Tool(
            String name,
            String summary,
            @Nullable String command,
            Diff diff,
            @Nullable String arguments,
            @Nullable Output output)
            implements Block {
        @Override
        public Kind kind() {
            return Kind.TOOL;
        }
    }

    /**
     * What a tool answered; a block of its own only where its call is not known.
     *
     * @param cutChars how many characters at the end of {@code text} are left out
     * @param failed whether the tool said that it failed
     */
    record Output(String text, int cutChars, boolean failed, List<Picture> pictures) implements Block {

        private static final int LONG_CHARS = 1_500;
        private static final int LONG_LINES = 15;

        public Output {
            pictures = List.copyOf(pictures);
        }

        static Output of(String text, boolean failed, List<Picture> pictures) {
            String shown = Texts.cut(text);
            return new Output(shown, text.length() - shown.length(), failed, pictures);
        }

        /** Too long to be shown without being asked for. */
        public boolean isLong() {
            return text.length() > LONG_CHARS
                    || text.lines().skip(LONG_LINES).findAny().isPresent();
        }

        public long lines() {
            return text.lines().count();
        }

        @Override
        public Kind kind() {
            return Kind.OUTPUT;
        }
    }

    /**
     * A picture, by reference.
     *
     * @param source a {@code data:} address that may be drawn; null where only {@code reference} is known
     * @param reference where the picture is or what it is called
     */
    record Picture(@Nullable String source, String reference) implements Block {
        @Override
        public Kind kind() {
            return Kind.PICTURE;
        }
    }

    /** A part of a type no viewer knows, as indented JSON or plain text. */
    record Other(String type, String content) implements Block {
        @Override
        public Kind kind() {
            return Kind.OTHER;
        }
    }
}
