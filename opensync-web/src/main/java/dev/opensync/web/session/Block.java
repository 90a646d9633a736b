package dev.opensync.web.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing to draw inside a message. */
public sealed interface Block {

    /** What the page decides by. */
    Kind kind();

    /** How much of the page it takes, roughly. */
    int chars();

    /** Whether something of its message is left out. */
    default boolean isCut() {
        return false;
    }

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
    record Prose(String html, boolean isCut) implements Block {

        static Prose of(String markdown) {
            return new Prose(Markdown.toHtml(markdown), Texts.isCut(markdown));
        }

        @Override
        public Kind kind() {
            return Kind.PROSE;
        }

        @Override
        public int chars() {
            return html.length();
        }
    }

    /** What a model thought before it spoke; {@code html} is safe to write as it is. */
    record Thinking(String html, boolean isCut) implements Block {

        static Thinking of(String markdown) {
            return new Thinking(Markdown.toHtml(markdown), Texts.isCut(markdown));
        }

        @Override
        public Kind kind() {
            return Kind.THINKING;
        }

        @Override
        public int chars() {
            return html.length();
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
            @Nullable Output output,
            boolean isCut)
            implements Block {
        @Override
        public Kind kind() {
            return Kind.TOOL;
        }

        @Override
        public int chars() {
            return (command == null ? 0 : command.length())
                    + diff.chars()
                    + (arguments == null ? 0 : arguments.length())
                    + (output == null ? 0 : output.chars());
        }
    }

    /**
     * What a tool answered; a block of its own only where its call is not known.
     *
     * @param cutChars how many characters at the end of {@code text} are left out
     * @param failed whether the tool said that it failed
     * @param messageId of the message it came in, which is not always that of the call
     */
    record Output(String text, int cutChars, boolean failed, List<Picture> pictures, String messageId)
            implements Block {

        private static final int LONG_CHARS = 1_500;
        private static final int LONG_LINES = 15;

        public Output {
            pictures = List.copyOf(pictures);
        }

        static Output of(String text, boolean failed, List<Picture> pictures) {
            String shown = Texts.cut(text);
            return new Output(shown, text.length() - shown.length(), failed, pictures, "");
        }

        Output asFailed() {
            return new Output(text, cutChars, true, pictures, messageId);
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

        @Override
        public int chars() {
            return text.length();
        }
    }

    /**
     * A picture, by reference.
     *
     * @param source as it was read, a {@code data:} address that may be drawn; on the page, where the browser gets it; null
     *     where only {@code reference} is known
     * @param reference where the picture is or what it is called
     */
    record Picture(@Nullable String source, String reference) implements Block {
        @Override
        public Kind kind() {
            return Kind.PICTURE;
        }

        @Override
        public int chars() {
            return reference.length();
        }
    }

    /** A part of a type no viewer knows, as indented JSON or plain text. */
    record Other(String type, String content, boolean isCut) implements Block {

        static Other of(String type, String content) {
            return new Other(Texts.line(type), Texts.cut(content), Texts.isCut(content));
        }

        @Override
        public Kind kind() {
            return Kind.OTHER;
        }

        @Override
        public int chars() {
            return content.length();
        }
    }
}
