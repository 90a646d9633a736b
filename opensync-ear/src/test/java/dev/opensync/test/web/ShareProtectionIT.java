package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That only its owner shares a session, for as long and to whom the owner wants. */
@SystemTest
@Tag("database")
class ShareProtectionIT {

    private static final String PASSWORD = "open sesame";

    private final TestServer server;
    private final Bakery bakery;

    ShareProtectionIT(TestServer server) {
        this.server = server;
        bakery = new Bakery(server);
    }

    @Test
    void takingItBackWorksAtOnce() {
        String link = bakery.share();

        bakery.makePrivate();

        assertThat(server.visitor().get(link).status()).isEqualTo(404);
        assertThat(server.visitor().get(link + "/picture?id=2&at=0").status()).isEqualTo(404);
    }

    @Test
    void everySharingMakesANewLinkAndEndsTheOldOne() {
        String first = bakery.share();
        String second = bakery.share();

        assertThat(second).isNotEqualTo(first).matches("/s/[A-Za-z0-9_-]{43}");
        assertThat(server.visitor().get(first).status()).isEqualTo(404);
        assertThat(server.visitor().get(second).status()).isEqualTo(200);
    }

    @Test
    void missingRevokedExpiredAndDeletedLookTheSame() {
        String expired = bakery.share("validity", "P7D");
        assertThat(server.visitor().get(expired).status()).isEqualTo(200);
        assertThat(bakery.run(
                        "UPDATE shared_session SET expires_ms = 1 WHERE slug = ?", expired.substring("/s/".length())))
                .isEqualTo(1);
        Page ofExpired = server.visitor().get(expired);
        String revoked = bakery.share();
        bakery.makePrivate();
        Page ofRevoked = server.visitor().get(revoked);
        String deleted = bakery.share();
        bakery.api().send("DELETE", "/api/sessions/" + bakery.id(), BodyPublishers.noBody(), Map.of());
        Page ofDeleted = server.visitor().get(deleted);
        Page missing = server.visitor().get("/s/" + "A".repeat(43));

        assertThat(List.of(missing, ofRevoked, ofExpired, ofDeleted)).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.text()).isEqualTo(missing.text());
        });
    }

    @Test
    void passwordIsAskedForAndOpensThePage() {
        String link = bakery.share("password", PASSWORD);
        PageClient visitor = server.visitor();
        Page locked = visitor.get(link);
        assertThat(locked.text()).contains("needs a password").doesNotContain("Bakery", "Preheat");
        assertThat(locked.document().html()).doesNotContain("Bakery");
        assertThat(visitor.get(link + "/picture?id=2&at=0").status()).isEqualTo(404);

        Page wrong = Bakery.unlock(visitor, link, "not it at all");
        assertThat(wrong.text()).contains("The password is wrong").doesNotContain("Preheat");
        Page right = Bakery.unlock(visitor, link, PASSWORD);

        assertThat(right.text()).contains("Preheat");
        assertThat(visitor.get(link).text()).contains("Preheat");
        assertThat(server.visitor().get(link).text()).doesNotContain("Preheat");
        assertThat(bakery.stored()).doesNotContain(PASSWORD);
    }

    @Test
    void guessingThePasswordIsSlowedDown() {
        String link = bakery.share("password", PASSWORD);
        PageClient guesser = server.visitor();
        for (int guess = 1; guess <= 6; guess++) {
            Bakery.unlock(guesser, link, "guess number " + guess);
        }

        assertThat(Bakery.unlock(guesser, link, PASSWORD).text()).doesNotContain("Preheat");
    }

    @Test
    void shortPasswordIsRefusedInWords() {
        Page page = bakery.submit(bakery.terms(), "password", "short");

        assertThat(page.text()).contains("A password has 8 to 200 characters", "This session is private");
    }

    @Test
    void nobodyElseSharesItOrTakesItBack() {
        PageClient stranger = server.visitor();
        stranger.submit(
                stranger.get("/login"),
                "loginForm",
                "signIn",
                "email",
                TestServer.ADMIN_EMAIL,
                "password",
                TestServer.ADMIN_PASSWORD);
        assertThat(stranger.get("/share?id=" + bakery.id()).status()).isEqualTo(404);
        String search = "/share-secrets?id=" + bakery.id() + "&from=";
        assertThat(bakery.owner().get(search + "2.0.0.0").status()).isEqualTo(200);
        assertThat(stranger.get(search + "2.0.0.0").status()).isEqualTo(404);
        assertThat(bakery.owner().get(search + "x").status()).isEqualTo(404);
        String own = Synced.newId();
        server.admin().post("/sync/session", "{\"externalId\": \"" + own + "\", \"title\": \"Own\"}");
        Page terms = stranger.get("/share?id="
                + Synced.read(server.admin(), own).session().get("id").asText());
        terms.document()
                .select("#shareForm input[name=id], #revokeForm input[name=id]")
                .val(bakery.id());

        assertThat(stranger.submit(terms, "shareForm", "share").text()).doesNotContain("This session is public");
        assertThat(bakery.isPublic()).isFalse();
        String link = bakery.share();
        stranger.submit(terms, "revokeForm", "revoke");
        assertThat(server.visitor().get(link).status()).isEqualTo(200);
        assertThat(bakery.isPublic()).isTrue();
    }

    /** So that the guesses made here slow down nobody else. */
    @AfterEach
    void forgetGuesses() {
        bakery.run("DELETE FROM sign_in_failure");
    }
}
