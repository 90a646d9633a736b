package dev.opensync.web.docs;

import dev.opensync.web.docs.Doc.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Reads our own Markdown: headings get ids, links lead to the pages of the console, and code can be copied. */
final class DocParser {

    private static final List<Extension> EXTENSIONS = List.of(AutolinkExtension.create(), TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().extensions(EXTENSIONS).build();
    private static final Pattern OTHER_DOC = Pattern.compile("([a-z-]+)\\.md(#.*)?");

    private final Set<String> names;
    private final Map<Node, String> anchorByHeading = new LinkedHashMap<>();

    /** {@code names}: of all documents there are. */
    DocParser(Set<String> names) {
        this.names = names;
    }

    Doc parse(String name, String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(new Links());
        List<Section> sections = sections(document, name);
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    String anchor = anchorByHeading.get(node);
                    if (anchor != null) {
                        attributes.put("id", anchor);
                    }
                })
                .build();
        return new Doc(name, sections.get(0).title(), markdown, framed(renderer.render(document)), sections);
    }

    /** Wide things scroll by themselves. */
    private static String framed(String html) {
        return html.replace("<pre>", "<pre tabindex=\"0\">")
                .replace("<table>", "<div class=\"table-wrap\" tabindex=\"0\"><table>")
                .replace("</table>", "</table></div>");
    }

    private List<Section> sections(Node document, String name) {
        List<Section> sections = new ArrayList<>();
        Map<String, Integer> uses = new HashMap<>();
        String anchor = "";
        String title = name;
        int level = 1;
        StringBuilder text = new StringBuilder();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                if (!anchor.isEmpty()) {
                    sections.add(new Section(anchor, level, title, text.toString()));
                }
                title = TEXT.render(heading).strip();
                level = heading.getLevel();
                anchor = unique(slug(title), uses);
                anchorByHeading.put(heading, anchor);
                text.setLength(0);
            } else {
                text.append(TEXT.render(node).strip()).append('\n');
            }
        }
        sections.add(new Section(anchor, level, title, text.toString()));
        return sections;
    }

    /** As the pages that show our Markdown elsewhere make them, so that links within a document hold here too. */
    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .strip()
                .replace(' ', '-');
    }

    private static String unique(String slug, Map<String, Integer> uses) {
        int use = Objects.requireNonNull(uses.merge(slug, 1, Integer::sum));
        return use == 1 ? slug : slug + "-" + (use - 1);
    }

    /** To another document: to its page. To a file of the source code: only its name is left. */
    private final class Links extends AbstractVisitor {
        @Override
        public void visit(Link link) {
            visitChildren(link);
            String destination = link.getDestination();
            Matcher doc = OTHER_DOC.matcher(destination);
            if (doc.matches() && names.contains(doc.group(1))) {
                link.setDestination("docs?page=" + doc.group(1) + Objects.requireNonNullElse(doc.group(2), ""));
            } else if (!destination.startsWith("#") && !destination.startsWith("http")) {
                unlink(link);
            }
        }

        private void unlink(Link link) {
            for (Node child = link.getFirstChild(); child != null; child = link.getFirstChild()) {
                link.insertBefore(child);
            }
            link.unlink();
        }
    }
}
