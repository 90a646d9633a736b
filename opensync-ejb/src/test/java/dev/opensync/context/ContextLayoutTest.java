package dev.opensync.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.MessageCursor;
import dev.opensync.session.MessageRole;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ContextLayoutTest {

    private static final String BASE = "https://opensync.example.org";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a ]]> b ]]]]>> c",
                "<script>&amp;</script>",
                "😀 漢",
                "two\nlines\n\n",
                "\"quoted\" 'text'",
                ""
            })
    void anyXmlReaderGetsTheTextBack(String text) throws Exception {
        XmlLayout layout = new XmlLayout(BASE);
        String xml = layout.start(text)
                + layout.start(ContextBudgetTest.summary(text, "m"))
                + layout.message(message(text))
                + layout.endOfSession()
                + layout.end();

        Element context = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();

        Element session = (Element) context.getElementsByTagName("session").item(0);
        assertThat(context.getAttribute("query")).isEqualTo(text);
        assertThat(session.getAttribute("title")).isEqualTo(text);
        assertThat(session.getAttribute("link"))
                .isEqualTo("https://opensync.example.org/session?id=5d41402abc4b2a76b9719d911017c592");
        assertThat(session.getElementsByTagName("message").item(0).getTextContent())
                .isEqualTo(text);
    }

    @Test
    void whatXmlForbidsIsReplaced() {
        assertThat(new XmlLayout(BASE).message(message("\u0000a\u001b[1m\ud800")))
                .contains("<![CDATA[\uFFFDa\uFFFD[1m\uFFFD]]>");
    }

    @Test
    void markdownOfAMessageStaysInItsQuote() {
        String written = new MarkdownLayout(BASE).message(message("```\ncode\r\n\n# not a heading\n```"));

        assertThat(written).isEqualTo("### User\n\n> ```\n> code\n> \n> # not a heading\n> ```\n\n");
    }

    @Test
    void markdownInATitleIsText() {
        String written = new MarkdownLayout(BASE).start(ContextBudgetTest.summary("a](x)\n# <b> `c`", "m_1"));

        assertThat(written)
                .startsWith("## [a\\](x) \\# \\<b\\> \\`c\\`](<" + BASE + "/session?id=")
                .contains("- **Model:** m\\_1\n");
    }

    private static ContextMessage message(String text) {
        return new ContextMessage("id-1", MessageRole.USER, text, new MessageCursor(1000, 1), false);
    }
}
