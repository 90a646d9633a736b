package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What visitors are told of addresses: that there is nothing, or that they have to sign in. */
@SystemTest
class UnknownAddressIT {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST");

    private final TestServer server;

    UnknownAddressIT(TestServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing-here",
                "/nothing-here.xhtml",
                "//nothing-here",
                "/nothing-here;x=1",
                "/docs/../nothing-here",
                "/docs/more",
                "/Settings",
                "/settings/",
                "/settings/more",
                "/settings.xhtml/",
                "/settings.xhtml.xhtml",
                "/settings.html",
                "/settings%20",
                "/admin/",
                "/admin/nothing",
                "/shared/",
                "/WEB-INF/web.xml",
                "/WEB-INF/templates/console",
                "/WEB-INF/templates/console.xhtml",
                "/META-INF/MANIFEST.MF",
                "/*.xhtml",
                "/wp-login.php",
                "/.env"
            })
    void nothingIsThereForVisitorsEither(String path) {
        for (String method : METHODS) {
            ApiResponse answer = visit(method, path, Map.of());

            assertThat(answer.status()).as(method).isEqualTo(404);
            if (!method.equals("HEAD")) {
                assertThat(answer.body()).as(method).contains("id=\"notFoundPage\"", "console.css");
            }
        }
        assertThat(visit("GET", path, signedIn()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/settings",
                "/settings.xhtml",
                "//settings",
                "/./settings",
                "/docs/../settings",
                "/settings;x=1",
                "/settings.xhtml;x=1",
                "/settings%3Bx",
                "/%73ettings",
                "/settings?a=b",
                "/%2e/settings.xhtml"
            })
    void pageLeadsToTheSignInHoweverItIsSpelled(String path) {
        for (String method : METHODS) {
            assertLeadsToSignIn(method, path);
        }
        assertThat(visit("GET", path, signedIn()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard", "/profile"})
    void formerAddressesLeadToTheSignIn(String path) {
        METHODS.forEach(method -> assertLeadsToSignIn(method, path));
    }

    @Test
    void nobodyIsToldWhetherASessionIsThere() {
        String externalId = Synced.newId();
        server.admin().post("/sync/session", "{\"externalId\": \"" + externalId + "\", \"title\": \"Hidden\"}");
        String id = Synced.read(server.admin(), externalId).session().get("id").asText();

        for (String form : List.of("/session?id=%s", "/message?id=%s-1", "/share?id=%s", "/session/%s", "/s/%s")) {
            ApiResponse there = visit("GET", form.formatted(id), Map.of());
            String other = id.replace(id.charAt(0), id.charAt(0) == '0' ? '1' : '0');
            ApiResponse notThere = visit("GET", form.formatted(other), Map.of());

            assertThat(there.status()).as(form).isIn(302, 404).isEqualTo(notThere.status());
            assertThat(there.header("Location").replace(id, other)).as(form).isEqualTo(notThere.header("Location"));
            assertThat(Jsoup.parse(there.body()).text())
                    .as(form)
                    .isEqualTo(Jsoup.parse(notThere.body()).text());
        }
    }

    @Test
    void folderIsNotThere() {
        assertThat(server.visitor().get("/admin").status()).isEqualTo(404);
    }

    @Test
    void whoIsToldThatNothingIsThereFindsTheWayHome() {
        Page page = server.visitor().get("/nothing-here");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.document().select("#home").attr("href")).isEqualTo("/");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
    }

    private void assertLeadsToSignIn(String method, String path) {
        ApiResponse answer = visit(method, path, Map.of());

        assertThat(answer.status()).as(method).isEqualTo(302);
        assertThat(answer.header("Location")).as(method).startsWith("/login");
        assertThat(answer.body()).as(method).isEmpty();
    }

    private ApiResponse visit(String method, String path, Map<String, String> headers) {
        return server.anonymous().send(method, path, BodyPublishers.noBody(), headers);
    }

    private Map<String, String> signedIn() {
        return Map.of("Cookie", "JSESSIONID=" + server.member().pages().cookie("JSESSIONID"));
    }
}
