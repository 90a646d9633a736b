package dev.opensync.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[click](javascript:alert(1))",
                "[click](JaVaScRiPt:alert(1))",
                "[click](data:text/html;base64,PHNjcmlwdD4=)",
                "<a href=\"javascript:alert(1)\">x</a>",
                "![x](javascript:alert(1))",
                "<svg/onload=alert(1)>",
                "<iframe src=https://example.org></iframe>",
                "[x]: javascript:alert(1)\n\n[x]",
                "```\"onclick=alert(1)\nx\n```",
            })
    void hostileTextComesOutHarmless(String markdown) {
        String html = Markdown.toHtml(markdown);

        assertThat(html)
                .doesNotContain("<script", "<img", "<svg", "<iframe", "onclick=")
                .doesNotContainPattern("(?i)href=\"(javascript|data)");
    }

    @Test
    void htmlIsShownAsItWasWritten() {
        assertThat(Markdown.toHtml("a <b>c</b>")).contains("&lt;b&gt;c&lt;/b&gt;");
    }

    @Test
    void tablesListsAndStrikethroughAreDrawn() {
        String html = Markdown.toHtml("| a | b |\n|---|--:|\n| 1 | 2 |\n\n~~old~~\n\n- [x] done\n- [ ] open");

        assertThat(html)
                .contains("<table>", "<td align=\"right\">2</td>", "<del>old</del>", "type=\"checkbox\"", "checked");
    }

    @Test
    void languageOfCodeIsKeptForTheHighlighter() {
        assertThat(Markdown.toHtml("```java\nint i;\n```")).contains("<code class=\"language-java\">");
    }

    @Test
    void addressesBecomeLinksThatTellNobodyWhereTheReaderCameFrom() {
        assertThat(Markdown.toHtml("see https://example.org/x"))
                .contains("href=\"https://example.org/x\"")
                .contains("noreferrer");
    }

    @Test
    void picturesOfOtherHostsAreLinksAndNotLoaded() {
        assertThat(Markdown.toHtml("![plan](https://example.org/p.png)"))
                .contains("<a href=\"https://example.org/p.png\"")
                .contains(">plan</a>");
    }

    @Test
    void deepNestingDoesNotExhaustTheStack() {
        assertThat(Markdown.toHtml(">".repeat(50_000) + " x")).isNotEmpty();
        assertThat(Markdown.toHtml("[".repeat(20_000) + "x" + "]".repeat(20_000)))
                .isNotEmpty();
        assertThat(Markdown.toHtml("**a ".repeat(20_000))).isNotEmpty();
    }
}
