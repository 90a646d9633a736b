package dev.opensync.test.server;

import static dev.opensync.test.api.JsonFields.assertFields;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.Build;
import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.test.api.Synced;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The archive that ships, on a Payara Server: a few facts of each kind; the others are proven on Payara Micro. */
@RunAsClient
class EnterpriseArchiveIT {

    @Order(1)
    @RegisterExtension
    static final PayaraServerExtension SERVER = new PayaraServerExtension();

    @Order(2)
    @RegisterExtension
    static final ArquillianExtension ARQUILLIAN = new ArquillianExtension();

    private final ApiClient api = SERVER.client();
    private final PageClient pages = SERVER.visitor();

    @Deployment(testable = false)
    static EnterpriseArchive shippedArchive() {
        return ShrinkWrap.create(ZipImporter.class, "opensync.ear")
                .importFrom(Build.ear().toFile())
                .as(EnterpriseArchive.class);
    }

    @Test
    void healthIsOurs() {
        assertFields(api.anonymous().get("/health").json(), """
                {"status": "ok"}""");
    }

    @Test
    void sessionIsStoredAndRead() {
        String id = Synced.newId();

        api.post("/sync/session", "{\"externalId\": \"" + id + "\", \"title\": \"On a server\"}");
        api.post(
                "/sync/message",
                "{\"sessionExternalId\": \"" + id + "\", \"externalId\": \"m\", \"role\": \"user\", \"text\": \"Hi\"}");

        Synced stored = Synced.read(api, id);
        assertFields(stored.session(), """
                {"title": "On a server", "messageCount": 1}""");
        assertFields(stored.onlyMessage(), """
                {"textContent": "Hi"}""");
    }

    @Test
    void strangersAreRefused() {
        assertThat(api.anonymous().get("/api/sessions").status()).isEqualTo(401);
        assertThat(api.withToken("osk_wrong").post("/sync/batch", "{}").status())
                .isEqualTo(401);
    }

    @Test
    void administratorSignsInOnThePage() {
        Page login = pages.get("/settings");

        Page settings = pages.submit(
                login,
                "loginForm",
                "signIn",
                "email",
                PayaraServerExtension.ADMIN_EMAIL,
                "password",
                PayaraServerExtension.ADMIN_PASSWORD);

        assertThat(settings.address()).hasPath("/settings");
        assertThat(settings.text()).contains(PayaraServerExtension.ADMIN_EMAIL);
        assertThat(settings.setCookie("JSESSIONID")).containsIgnoringCase("SameSite=Lax");
    }

    @Test
    void tokenOfTheProviderOpensTheApi() {
        ApiClient withToken = api.withToken(SERVER.issuer().token("somebody"));

        assertThat(withToken.get("/api/me").status()).isEqualTo(200);
        assertThat(withToken.get("/sync/sessions/list").status()).isEqualTo(401);
    }

    @Test
    void tokenOfSomebodyElseOpensNothing() {
        ApiClient withToken = api.withToken(new TokenIssuer().token("somebody"));

        assertThat(withToken.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void signInPageIsShown() {
        ApiResponse page = api.anonymous().get("/login.xhtml");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("<form", "type=\"password\"").doesNotContain("#{");
    }
}
