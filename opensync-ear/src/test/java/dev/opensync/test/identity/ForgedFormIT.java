package dev.opensync.test.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

/** Forms that another site makes somebody's browser send. */
@SystemTest
class ForgedFormIT {

    private static final String NEW_PASSWORD = "a horse of somebody else";

    private final TestServer server;
    private final Person victim;
    private final PageClient pages;
    private final ApiClient api;

    ForgedFormIT(TestServer server) {
        this.server = server;
        victim = Person.signUp(server);
        api = victim.client("READ", 0);
        pages = server.visitor();
        victim.signIn(pages);
    }

    @Test
    void genuineFormChangesSomething() {
        changePassword(pages, pages.get("/settings"));

        assertThat(victim.signIn(server.visitor()).address()).hasPath("/login");
    }

    @Test
    void formWithoutViewStateChangesNothing() {
        Page settings = pages.get("/settings");
        viewState(settings).remove();

        changePassword(pages, settings);
        revokeKey(pages, settings);

        assertNothingChanged();
    }

    @Test
    void formWithTheViewStateOfAnotherSessionChangesNothing() {
        PageClient attacker = server.visitor();
        Person.signUp(server).signIn(attacker);
        Page settings = pages.get("/settings");
        viewState(settings).val(viewState(attacker.get("/settings")).val());

        changePassword(pages, settings);
        revokeKey(pages, settings);

        assertNothingChanged();
    }

    @Test
    void formWithoutTheNonceOfItsPageChangesNothing() {
        Page settings = pages.get("/settings");
        settings.document().select("input[name=primefaces.nonce]").remove();

        Page answer = changePassword(pages, settings);
        revokeKey(pages, settings);

        assertThat(answer.status()).isEqualTo(409);
        assertNothingChanged();
    }

    @Test
    void formWithoutSessionChangesNothing() {
        Page settings = pages.get("/settings");

        Page answer = changePassword(server.visitor(), settings);
        revokeKey(server.visitor(), settings);

        assertThat(answer.address()).hasPath("/login");
        assertNothingChanged();
    }

    @Test
    void signInFormOfAnotherSessionSignsNobodyIn() {
        PageClient attacker = server.visitor();
        PageClient visitor = server.visitor();
        Page login = visitor.get("/login");
        viewState(login).val(viewState(attacker.get("/login")).val());

        Person.signIn(visitor, login, victim.email(), Person.PASSWORD);

        assertThat(visitor.get("/settings").address()).hasPath("/login");
    }

    private void assertNothingChanged() {
        assertThat(api.get("/api/sessions").status()).isEqualTo(200);
        assertThat(pages.get("/settings").text()).contains("Laptop");
        assertThat(victim.signIn(server.visitor()).address()).hasPath("/overview");
    }

    private static Page changePassword(PageClient browser, Page settings) {
        return browser.submit(
                settings,
                "passwordForm",
                "changePassword",
                "oldPassword",
                Person.PASSWORD,
                "newPassword",
                NEW_PASSWORD);
    }

    private static void revokeKey(PageClient browser, Page settings) {
        browser.submit(settings, "keysForm", "rows:0:revoke");
    }

    private static Elements viewState(Page page) {
        Elements fields = page.document().select("input[name=jakarta.faces.ViewState]");
        assertThat(fields).isNotEmpty();
        return fields;
    }
}
