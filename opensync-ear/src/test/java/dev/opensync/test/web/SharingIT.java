package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What visitors get of a session that its owner has made public, and what they do not get. */
@SystemTest
@Tag("database")
class SharingIT {

    private final TestServer server;
    private final Bakery bakery;

    SharingIT(TestServer server) {
        this.server = server;
        bakery = new Bakery(server);
    }

    @Test
    void everybodyWithTheLinkReadsIt() {
        Page page = server.visitor().get(bakery.share());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().select("#sharedTitle").text()).isEqualTo("Bakery & <oven>");
        assertThat(page.text()).contains("Preheat in [project]", "Bash", "baked for /home/user", "claude-opus-4-5");
        assertThat(page.document().select("meta[property=og:title]").attr("content"))
                .isEqualTo("Bakery & <oven>");
    }

    @Test
    void nothingOfTheOwnerOrTheProjectIsInIt() {
        String html = server.visitor().get(bakery.share()).document().html();

        assertThat(html)
                .doesNotContain(
                        Bakery.KEY,
                        "secret-project",
                        "ada",
                        "12.34",
                        "hidden-branch",
                        "member@example.org",
                        "Eval",
                        bakery.externalId(),
                        bakery.id());
    }

    @Test
    void searchEnginesAreAskedToLeaveItOut() {
        Page page = server.visitor().get(bakery.share());

        assertThat(page.header("X-Robots-Tag")).isEqualTo("noindex, nofollow");
        assertThat(page.document().select("meta[name=robots]").attr("content")).isEqualTo("noindex, nofollow");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void allThatThePageNeedsComesWithoutSignIn() {
        Page page = server.visitor().get(bakery.share());
        List<String> files = page.document().select("link[href], script[src], .msg img[src]").stream()
                .map(element -> element.hasAttr("href") ? element.attr("href") : element.attr("src"))
                .toList();

        assertThat(files).hasSizeGreaterThan(5).anyMatch(file -> file.contains("/picture?"));
        assertThat(files).allSatisfy(file -> {
            Page answer = server.visitor().get(file);
            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(answer.address().getPath()).as(file).isNotEqualTo("/login");
        });
    }

    @Test
    void linkOpensNothingElse() {
        String link = bakery.share();
        PageClient visitor = server.visitor();
        visitor.get(link);

        for (String page :
                List.of("session", "share", "share-secrets", "export", "find", "message", "picture", "shared")) {
            assertThat(visitor.get("/" + page + "?id=" + bakery.id()).address().getPath())
                    .as(page)
                    .isEqualTo("/login");
        }
        for (String more :
                List.of("/message?id=1", "/picture?id=99&at=0", "/picture?id=1&at=0", "/picture?id=x", "/", "/x")) {
            assertThat(visitor.get(link + more).status()).as(more).isEqualTo(404);
        }
        assertThat(server.anonymous().get("/api/sessions/" + bakery.id()).status())
                .isEqualTo(401);
    }

    @Test
    void secretsAreListedBeforeAndShownOnlyIfTheOwnerInsists() {
        Page terms = bakery.terms();
        assertThat(terms.document().select("#secretCount").text()).isEqualTo("2");
        assertThat(terms.document().select("#secretsTable").text())
                .contains("Key GitHub ghp_…", "message 1", "message 2");
        assertThat(terms.document().html()).doesNotContain(Bakery.KEY);
        assertThat(bakery.owner().get("/share?id=" + bakery.id() + "&show=true").text())
                .contains(Bakery.KEY);

        String link = bakery.share("secrets", "true");

        assertThat(server.visitor().get(link).text()).contains(Bakery.KEY).contains("[project]");
    }

    @Test
    void longSessionIsShownBeforeItIsSearched() {
        bakery.grow(2_500);

        Page terms = bakery.terms();

        assertThat(terms.document().select(".msg")).hasSize(100);
        assertThat(terms.document().select("#secretsTold .looking h2").text()).isEqualTo("Looking for secrets…");
        assertThat(terms.document().select("#secretsProgress").attr("max")).isEqualTo("2500");
        assertThat(terms.document().select("#secretsTable tr")).isEmpty();
        assertThat(terms.document().select("#secrets").hasAttr("disabled")).isTrue();
        assertThat(terms.document().select("#secretsSeal").val()).isEmpty();
        List<Page> stretches = bakery.search(terms);
        assertThat(stretches)
                .extracting(page -> page.document().select("#secretsProgress").val())
                .containsExactly("1000", "2000", "");
        assertThat(stretches)
                .extracting(page -> page.document().select("#secretsTable tr").text())
                .satisfiesExactly(
                        first -> assertThat(first).contains("message 1", "message 2"),
                        none -> assertThat(none).isEmpty(),
                        last -> assertThat(last).contains("Key GitHub ghp_…", "message 2500"));
        assertThat(stretches.get(2).document().select("#secretCount").text()).isEqualTo("3");
    }

    @Test
    void longSessionIsSharedWithoutItsSecretsWhetherSearchedOrNot() {
        bakery.grow(1_500);

        String link = bakery.share();

        assertThat(server.visitor().get(link + "?at=end").document().html())
                .contains("[redacted]")
                .doesNotContain(Bakery.KEY);
    }

    @Test
    void secretsOfALongSessionAreShownOnlyToWhomTheWholeListWasShown() {
        bakery.grow(1_500);
        Page terms = bakery.terms();
        List<Page> stretches = bakery.search(terms);
        for (String seal : List.of("", seal(stretches.get(0)), "3-0")) {
            terms.document().select("#secretsSeal").val(seal);
            assertThat(bakery.submit(terms, "secrets", "true").text())
                    .contains("The list of secrets was not complete", "This session is private");
        }

        terms = bakery.terms();
        terms.document().select("#secretsSeal").val(seal(stretches.get(1)));
        Page shared = bakery.submit(terms, "secrets", "true");

        assertThat(shared.text()).contains("This session is public", "Secrets are shown");
    }

    private static String seal(Page stretch) {
        return stretch.document().select("#shareSecrets").attr("data-seal");
    }

    @Test
    void longSessionIsSearchedFirstForWhoeverHasNoScripts() {
        bakery.grow(1_500);
        Page searched = bakery.owner()
                .get(bakery.terms().document().select("noscript #lookFirst").attr("href"));
        assertThat(searched.document().select("#secretCount").text()).isEqualTo("3");
        assertThat(searched.document().select("#secrets").hasAttr("disabled")).isFalse();

        Page shared = bakery.submit(searched, "secrets", "true");

        String link = URI.create(shared.document().select("#shareLink").text()).getPath();
        assertThat(server.visitor().get(link + "?at=end").text()).contains(Bakery.KEY);
    }

    @Test
    void secretsStayHiddenIfTheListChangesBeforeItIsShared() {
        Page terms = bakery.terms();
        bakery.sync("""
                {"messages": [{"sessionExternalId": "ID", "externalId": "m1", "role": "user", "textContent": "postgres://ada:flour-and-water@db/bread KEY"}]}""".replace("KEY", Bakery.KEY));

        Page refused = bakery.submit(terms, "secrets", "true");

        assertThat(refused.text()).contains("or it has changed", "This session is private");
        assertThat(refused.document().select("#secretCount").text()).isEqualTo("3");
    }

    @Test
    void messagesThatCameLaterAreNotShown() {
        String link = bakery.share();
        bakery.sync("""
                {"messages": [{"sessionExternalId": "ID", "externalId": "m3", "role": "user", "textContent": "Said afterwards"}]}""");

        assertThat(server.visitor().get(link).text()).contains("Preheat").doesNotContain("Said afterwards");
        assertThat(server.visitor().get(bakery.share()).text()).contains("Said afterwards");
    }

    @Test
    void listsAndSearchTellWhatIsShared() {
        String word = "w" + Synced.newId().replace("-", "");
        bakery.sync("""
                {"messages": [{"sessionExternalId": "ID", "externalId": "m9", "role": "user", "textContent": "%s"}]}""".formatted(word));
        bakery.share();

        assertThat(bakery.isPublic()).isTrue();
        await().until(() -> found(word + "%20is:shared") == 1);

        bakery.makePrivate();

        assertThat(bakery.isPublic()).isFalse();
        await().until(() -> found(word + "%20is:shared") == 0);
    }

    @Test
    void visitorsAreCountedAndTheOwnerIsNot() {
        String link = bakery.share();
        server.visitor().get(link);
        server.visitor().get(link);
        bakery.owner().get(link);

        assertThat(bakery.terms().document().select("#shareVisits").text()).isEqualTo("2 visits");
    }

    private int found(String query) {
        return bakery.api().get("/api/search?q=" + query).json().path("results").size();
    }
}
