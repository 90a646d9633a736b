package dev.opensync.test.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.IdentityProvider;
import dev.opensync.harness.OpenSyncServer;
import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.RequiresNode;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServers;
import dev.opensync.test.api.OtherAccount;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Signing in at a real OpenID provider, and its tokens at the API. */
@SystemTest
@RequiresNode
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenIdConnectIT {

    private static final String REFUSED = "Invalid or expired token";
    private static final String SESSION = "JSESSIONID";

    private final IdentityProvider provider = IdentityProvider.planned();
    private final OpenSyncServer server;

    OpenIdConnectIT(TestServers servers) {
        server = servers.fresh(
                "openid",
                Map.of(
                        "OPENSYNC_HTTP_BEHIND_PROXY", "true",
                        "OPENSYNC_OIDC_PROVIDER_URI", provider.issuer().toString(),
                        "OPENSYNC_OIDC_CLIENT_ID", "opensync",
                        "OPENSYNC_OIDC_CLIENT_SECRET", "opensync-secret",
                        "OPENSYNC_OIDC_ROLE_CLAIM", "groups",
                        "OPENSYNC_OIDC_ADMIN_VALUES", "opensync-admins",
                        "MP_JWT_VERIFY_ISSUER", provider.issuer().toString(),
                        "MP_JWT_VERIFY_PUBLICKEY_LOCATION", provider.keySet().toString()));
        provider.start(server.baseUrl().resolve("/callback"));
    }

    @AfterAll
    void stopProvider() {
        provider.close();
    }

    @Test
    void personIsSignedInAtTheProviderAndLedBack() {
        PageClient ada = browser("ada");

        Page page = ada.get("/settings?from=here");

        assertThat(page.address())
                .hasAuthority(server.baseUrl().getAuthority())
                .hasPath("/settings")
                .hasQuery("from=here");
        assertThat(page.text()).contains("ada@provider.example");
        assertThat(page.document().getElementById("passwordForm")).isNull();
    }

    @Test
    void providersClaimMakesTheAdministrator() {
        PageClient ada = browser("ada");
        ada.get("/sessions");
        PageClient bob = browser("bob");
        assertThat(bob.get("/sessions").text()).contains("bob@provider.example");

        assertThat(ada.get("/admin/accounts").status()).isEqualTo(200);
        assertThat(bob.get("/admin/accounts").status()).isEqualTo(404);
    }

    @Test
    void claimIsFollowedAtEverySignIn() {
        provider.changeGroups("eve", "staff,opensync-admins");
        assertThat(entered("eve").get("/admin/accounts").status()).isEqualTo(200);

        provider.changeGroups("eve", "staff");
        assertThat(entered("eve").get("/admin/accounts").status()).isEqualTo(404);
    }

    @Test
    void accountIsMadeAtTheFirstSightAndFoundAfterwards() {
        entered("bob");
        entered("bob");

        assertThat(Sql.count(server.database(), "SELECT COUNT(*) FROM account WHERE email = 'bob@provider.example'"))
                .isEqualTo(1);
    }

    @Test
    void signOutEndsTheSession() {
        PageClient ada = entered("ada");
        String session = ada.cookie(SESSION);

        Page after = ada.submit(ada.get("/settings"), "signOutForm", "signOut");

        assertThat(after.address()).hasPath("/login");
        PageClient copy = browser("bob");
        copy.setCookie(SESSION, session);
        assertThat(copy.get("/settings").text())
                .contains("bob@provider.example")
                .doesNotContain("ada@provider.example");
    }

    @Test
    void browserRememberedForALocalAccountOpensNothing() {
        String browser = "b".repeat(43);
        String secret = "s".repeat(43);
        long later = System.currentTimeMillis() + 3_600_000;
        Sql.change(
                server.database(),
                "INSERT INTO account (subject, email, name, password_hash, role, created_ms, updated_ms)"
                        + " VALUES ('local:old@example.org', 'old@example.org', 'Old', 'unused', 'ADMIN', 1, 1)");
        Sql.change(
                server.database(),
                "INSERT INTO remembered_browser"
                        + " (id, account_id, credential_version, token_hash, created_ms, rotated_ms, expires_ms)"
                        + " SELECT ?, id, 0, UNHEX(SHA2(?, 256)), ?, ?, ? FROM account WHERE name = 'Old'",
                browser,
                secret,
                later,
                later,
                later);
        PageClient bob = browser("bob");
        bob.setCookie("opensync-remember", browser + "." + secret);

        assertThat(bob.get("/settings").text()).contains("bob@provider.example").doesNotContain("old@example.org");
    }

    @Test
    void sessionStartedByTheProviderHasAnIdOfItsOwn() {
        PageClient ada = browser("ada");

        Page page = ada.get("/sessions");

        assertThat(page.setCookies())
                .filteredOn(cookie -> cookie.startsWith(SESSION + "="))
                .hasSizeGreaterThan(1);
        assertThat(page.setCookie(SESSION)).contains("HttpOnly").containsIgnoringCase("SameSite=Lax");
        assertThat(ada.get("/api/sessions").status()).isEqualTo(401);
    }

    @Test
    void providerIsAskedToSendPeopleBackToTheProxy() {
        PageClient pages = new PageClient(
                server.baseUrl(), Map.of("X-Forwarded-Proto", "https", "X-Forwarded-Host", "opensync.example.org"));

        Page page = pages.get("/sessions");

        assertThat(page.address()).hasAuthority(provider.issuer().getAuthority());
        assertThat(page.address().getQuery()).contains("redirect_uri=https://opensync.example.org/callback");
    }

    @Test
    void madeUpAnswerOfTheProviderOpensNothing() {
        PageClient stranger = browser("ada");

        Page page = stranger.get("/callback?code=made-up&state=made-up");

        assertThat(page.address()).hasPath("/login").hasQuery("refused=true");
    }

    @Test
    void pagesOfLocalAccountsAreNotThere() {
        assertThat(browser("bob").get("/sign-up").status()).isEqualTo(404);
        assertThat(browser("bob").get("/set-up").status()).isEqualTo(404);
    }

    @Test
    void tokenIsTheSamePersonAsOnThePages() {
        browser("ada").get("/sessions");

        ApiResponse me = api(provider.token("ada", "")).get("/api/me");

        assertThat(me.status()).isEqualTo(200);
        assertThat(me.json().get("email").asText()).isEqualTo("ada@provider.example");
        assertThat(me.json().get("role").asText()).isEqualToIgnoringCase("admin");
        assertThat(Sql.count(server.database(), "SELECT COUNT(*) FROM account WHERE email = 'ada@provider.example'"))
                .isEqualTo(1);
    }

    @Test
    void tokenSyncsAndReads() {
        ApiClient bob = api(provider.token("bob", ""));

        assertThat(bob.post("/sync/session", "{\"externalId\": \"s\"}").status())
                .isEqualTo(200);
        assertThat(bob.get("/api/sessions").status()).isEqualTo(200);
    }

    @Test
    void tokenOpensEveryRouteOfEvals() {
        new EvalRoutes(api(provider.token("bob", ""))).walk();
    }

    @Test
    void keyOpensEveryRouteOfEvals() {
        new EvalRoutes(OtherAccount.client(server, "SYNC,READ")).walk();
    }

    @Test
    void evalsStayShutWithoutAGoodToken() {
        ApiClient nobody = server.client();
        String expired = provider.token("bob", "&seconds=-3600");

        for (String path : EvalRoutes.READS) {
            assertRefused(expired, path, REFUSED);
            assertThat(nobody.get(path).status()).as(path).isEqualTo(401);
        }
        ApiClient late = api(expired);
        assertThat(late.post("/api/export/evals", "{}").status()).isEqualTo(401);
        assertThat(late.post("/api/eval-datasets", "{\"name\": \"x\"}").status())
                .isEqualTo(401);
        assertThat(late.post("/api/sessions/eval-ready", "{}").status()).isEqualTo(401);
    }

    @Test
    void tokenIsNoKey() {
        assertRefused(provider.token("ada", ""), "/sync/sessions/list", "Invalid API key format");
    }

    @Test
    void expiredTokenIsRefused() {
        assertRefused(provider.token("ada", "&seconds=-3600"), "/api/sessions", REFUSED);
    }

    @Test
    void tokenOfAnotherIssuerIsRefused() {
        assertRefused(provider.token("ada", "&issuer=http://other.example"), "/api/sessions", REFUSED);
    }

    @Test
    void tokenWithoutSubjectIsRefused() {
        assertRefused(provider.token("ada", "&subject=none"), "/api/sessions", REFUSED);
    }

    @Test
    void tokenThatWasChangedIsRefused() {
        String[] bob = provider.token("bob", "").split("\\.", -1);
        String[] ada = provider.token("ada", "").split("\\.", -1);

        assertRefused(ada[0] + "." + ada[1] + "." + bob[2], "/api/sessions", REFUSED);
    }

    @Test
    void unsignedTokenIsRefused() {
        String[] ada = provider.token("ada", "").split("\\.", -1);
        // {"alg":"none","typ":"JWT"}
        assertRefused("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0." + ada[1] + ".", "/api/sessions", REFUSED);
    }

    private void assertRefused(String token, String path, String error) {
        ApiResponse answer = api(token).get(path);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("error").asText()).isEqualTo(error);
    }

    private ApiClient api(String token) {
        return server.client().withToken(token);
    }

    private PageClient entered(String person) {
        PageClient pages = browser(person);
        assertThat(pages.get("/sessions").address()).hasPath("/sessions");
        return pages;
    }

    /** Of somebody who is known to the provider already. */
    private PageClient browser(String person) {
        PageClient pages = new PageClient(server.baseUrl());
        pages.setCookie("person", person);
        return pages;
    }
}
