package dev.opensync.web.session;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Turns the Markdown of strangers into HTML that is safe to show. */
final class Markdown {

    /** More than people write; keeps hostile nesting off the stack. */
    private static final int NESTED_BLOCKS = 40;

    private static final int NESTED_INLINES = 40;

    private static final List<Extension> EXTENSIONS = List.of(
            AutolinkExtension.create(),
            StrikethroughExtension.create(),
            TablesExtension.create(),
            TaskListItemsExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(NESTED_BLOCKS)
            .maxInlineNesting(NESTED_INLINES)
            .build();
    /** HTML is shown as it was written; people and models end lines on purpose, so line ends stay. */
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br />\n")
            .build();
    /** The second line of defence: whatever the renderer lets through, only this reaches a page. */
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "pre",
                    "code",
                    "strong",
                    "em",
                    "del",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "input")
            .allowAttributes("class")
            .matching(Pattern.compile("language-[A-Za-z0-9+#_.-]{1,40}"))
            .onElements("code")
            .allowAttributes("align")
            .matching(Pattern.compile("left|right|center"))
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(Pattern.compile("[0-9]{1,9}"))
            .onElements("ol")
            .allowAttributes("type")
            .matching(Pattern.compile("checkbox"))
            .onElements("input")
            .allowAttributes("checked", "disabled")
            .onElements("input")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href", "title")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private Markdown() {}

    static String toHtml(String markdown) {
        Node document = PARSER.parse(Texts.cut(markdown));
        document.accept(new PicturesToLinks());
        return POLICY.sanitize(RENDERER.render(document));
    }

    /** A picture on a foreign host would tell that host who reads what and when. */
    private static final class PicturesToLinks extends AbstractVisitor {
        @Override
        public void visit(Image image) {
            visitChildren(image);
            Link link = new Link(image.getDestination(), image.getTitle());
            for (Node child = image.getFirstChild(); child != null; child = image.getFirstChild()) {
                link.appendChild(child);
            }
            if (link.getFirstChild() == null) {
                link.appendChild(new Text(image.getDestination()));
            }
            image.insertAfter(link);
            image.unlink();
        }
    }
}
