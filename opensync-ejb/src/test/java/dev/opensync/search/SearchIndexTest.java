package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What finds what, on a real index. */
@ExtendWith(IndexExtension.class)
class SearchIndexTest {

    private static final long ACCOUNT = 1;
    private static final long OTHER_ACCOUNT = 2;
    private static final long GENERATION = 1;

    private final SearchIndex index;

    private int written;

    SearchIndexTest(SearchIndex index) {
        this.index = index;
    }

    @ParameterizedTest
    @CsvSource({
        "parse_json_body, parseJsonBody",
        "parseJsonBody, parse_json_body",
        "parseJsonBody, json body",
        "the json body is parsed, json_body",
        "HTTPServerError at start, server error",
        "java.lang.NullPointerException, NullPointerException",
        "java.lang.NullPointerException, pointer",
        "at dev.shop.Cart.add(Cart.java:42), Cart.java:42",
        "src/main/java/dev/shop/Cart.java, shop/Cart.java",
        "commit 9fceb02d0ae598e95dc970b74767f19372d61af8, 9fceb02d0ae598e95dc970b74767f19372d61af8",
        "0xDEADBEEF, 0xdeadbeef",
        "port 8080 is in use, 8080",
        "written in C++ and C#, c++",
        "written in C++ and C#, C#",
        "Grüße aus Köln, grusse koln",
        "数据库连接超时, 连接",
        "deployed 🚀 to production, 🚀",
        "several timeouts, timeout",
        "it was timing out, timing"
    })
    void textIsFoundBy(String text, String query) {
        write(ACCOUNT, text);

        assertThat(find(query)).as(query).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"written in C, c++", "the json was parsed, parse_json_body", "port 8080, 808 -808"})
    void textIsNotFoundBy(String text, String query) {
        write(ACCOUNT, text);

        assertThat(find(query)).as(query).isEmpty();
    }

    @Test
    void phraseIsRequiredInItsOrder() {
        write(ACCOUNT, "connection pool exhausted");
        write(ACCOUNT, "pool of open connection handles");

        assertThat(find("\"connection pool\"")).containsExactly(1);
        assertThat(find("\"connection pool\" handles")).containsExactly(1);
    }

    @Test
    void excludedWordIsNotFound() {
        write(ACCOUNT, "docker build failed");
        write(ACCOUNT, "docker push failed");

        assertThat(find("docker -push")).containsExactly(1);
    }

    @Test
    void oneOfTheAlternativesIsRequired() {
        write(ACCOUNT, "deployed with docker");
        write(ACCOUNT, "deployed with podman");
        write(ACCOUNT, "deployed by hand");

        assertThat(find("docker OR podman deployed")).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void messageWithAllWordsComesFirst() {
        write(ACCOUNT, "timeout somewhere");
        write(ACCOUNT, "a docker timeout");
        write(ACCOUNT, "docker somewhere");

        assertThat(find("docker timeout")).hasSize(3).startsWith(2);
    }

    @Test
    void filtersNarrowDown() {
        MessageDocument shop = document(ACCOUNT, "tests are green");
        shop.project = List.of("shop", "/home/me/web-shop");
        shop.model = "claude-sonnet-4-5";
        shop.source = "claude-code";
        shop.role = "ASSISTANT";
        shop.tool = List.of("Bash");
        shop.status = "NEEDS_REVIEW";
        shop.tag = List.of("login page", "till");
        shop.createdMs = 1_767_225_600_000L;
        index.write(List.of(shop), GENERATION);
        write(ACCOUNT, "tests are green too");

        for (String filter : List.of(
                "project:shop",
                "project:web-shop",
                "model:sonnet",
                "source:claude-code",
                "role:assistant",
                "tool:bash",
                "after:2026-01-01",
                "status:needs_review",
                "status:golden status:Needs_Review",
                "tag:till",
                "tag:\"Login  Page\"",
                "-tag:other tag:till",
                "project:shop model:sonnet")) {
            assertThat(find("green " + filter)).as(filter).containsExactly(1);
        }
        assertThat(find("green before:2026-01-01")).containsExactly(2);
        assertThat(find("green is:shared")).isEmpty();
        assertThat(find("green -status:needs_review")).containsExactly(2);
        assertThat(find("green -tag:till")).containsExactly(2);
        assertThat(find("green tag:login")).isEmpty();
        assertThat(find("project:shop")).containsExactly(1);
        assertThat(find("green project:shop project:other")).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "-",
                "--",
                "OR",
                "OR OR",
                "a OR",
                ":",
                "project:",
                "before:never",
                "\"unclosed",
                "(a AND",
                "*",
                "?",
                "\\",
                "-\"\"",
                "~1",
                "a^b",
                "\uD800",
                "[a TO b]"
            })
    void anythingTypedIsAQuery(String query) {
        write(ACCOUNT, "before:never asked");

        assertThat(find(query)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void unknownFieldIsText() {
        write(ACCOUNT, "see issue:4711 there");

        assertThat(find("issue:4711")).hasSize(1);
    }

    @Test
    void nobodyFindsWhatIsNotTheirs() {
        write(OTHER_ACCOUNT, "a secret plan");

        assertThat(find("secret")).isEmpty();
        assertThat(find("secret OR plan")).isEmpty();
        assertThat(find("-nothing")).isEmpty();
    }

    @Test
    void changedMessageIsFoundByItsNewWordsOnly() {
        MessageDocument document = document(ACCOUNT, "first thoughts");
        index.write(List.of(document), GENERATION);
        document.text = List.of("second thoughts");
        index.write(List.of(document), GENERATION);

        assertThat(find("first")).isEmpty();
        assertThat(find("second")).hasSize(1);
    }

    @Test
    void removedSessionIsNotFound() {
        write(ACCOUNT, "gone soon");

        index.removeSession(1);

        assertThat(find("gone")).isEmpty();
    }

    @Test
    void indexIsKeptWhenClosed(@TempDir Path directory) throws IOException {
        SearchQuery query = SearchQueryParser.parse("still");
        try (SearchIndex first = TestHomes.open(directory)) {
            first.write(List.of(document(ACCOUNT, "still there")), GENERATION);
        }

        try (SearchIndex second = TestHomes.open(directory)) {
            second.refresh();
            assertThat(second.find(ACCOUNT, query, SearchIndex.ANY, 10, Instant.EPOCH))
                    .hasSize(1);
        }
    }

    @Test
    void whatWasFoundIsMarked() {
        MessageDocument document = document(ACCOUNT, "line one\nthe <b>parseJsonBody</b> call failed\nline three");
        document.toolText = List.of("grep -n parse_json_body src");
        index.write(List.of(document), GENERATION);

        index.refresh();
        Fragments fragments = index.fragments(SearchQueryParser.parse("parseJsonBody"), List.of(document.id))
                .getOrDefault(document.id, Fragments.NONE);

        assertThat(fragments.matchedIn()).containsExactly("text", "tool");
        Snippet snippet = fragments.snippet();
        assertThat(snippet).isNotNull();
        assertThat(snippet.text()).contains("the <b>parseJsonBody</b> call failed");
        assertThat(snippet.ranges())
                .isNotEmpty()
                .allSatisfy(range -> assertThat(snippet.text().substring(range.start(), range.end()))
                        .isIn("parseJsonBody", "parse", "Json", "parseJson", "Body"));
    }

    @Test
    void longMessageIsFoundByItsLastWord() {
        write(ACCOUNT, "filler words ".repeat(100_000) + "needle");

        assertThat(find("needle")).hasSize(1);
    }

    private void write(long account, String text) {
        index.write(List.of(document(account, text)), GENERATION);
    }

    private MessageDocument document(long account, String text) {
        MessageDocument document = new MessageDocument();
        document.sessionId = ++written;
        document.sequence = 1;
        document.id = MessageDocument.id(written, 1);
        document.accountId = Long.toString(account);
        document.text = List.of(text);
        return document;
    }

    private List<Integer> find(String query) {
        index.refresh();
        return index.find(ACCOUNT, SearchQueryParser.parse(query), SearchIndex.ANY, 10, Instant.EPOCH).stream()
                .map(hit -> Math.toIntExact(hit.sessionId()))
                .toList();
    }
}
