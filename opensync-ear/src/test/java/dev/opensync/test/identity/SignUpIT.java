package dev.opensync.test.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Making an account by oneself, where the settings allow it. */
@SystemTest
class SignUpIT {

    private final TestServer server;
    private final PageClient pages;
    private final String email = Synced.newId() + "@example.org";

    SignUpIT(TestServer server) {
        this.server = server;
        pages = server.visitor();
    }

    @Test
    void newcomerIsSignedInAsAMember() {
        Page start = signUp(email, Person.PASSWORD);

        assertThat(start.address()).hasPath("/overview");
        assertThat(start.text()).contains(email);
        assertThat(pages.get("/admin/accounts").status()).isEqualTo(404);
    }

    @Test
    void signInPageLeadsThere() {
        assertThat(pages.get("/login").document().select("a[href$=/sign-up]")).isNotEmpty();
    }

    @Test
    void addressHasOneAccountHoweverItIsWritten() {
        signUp(email, Person.PASSWORD);
        PageClient others = server.visitor();

        Page answer = others.submit(
                others.get("/sign-up"),
                "signUpForm",
                "signUp",
                "name",
                "Somebody else",
                "email",
                email.toUpperCase(Locale.ROOT),
                "password",
                "another horse altogether");

        assertThat(answer.text()).contains("This e-mail address cannot be used");
        assertThat(others.get("/settings").address()).hasPath("/login");
    }

    @Test
    void shortPasswordMakesNoAccount() {
        Page answer = signUp(email, "horse");

        assertThat(answer.text()).contains("A password has");
        assertThat(pages.get("/settings").address()).hasPath("/login");
    }

    private Page signUp(String address, String password) {
        return pages.submit(
                pages.get("/sign-up"),
                "signUpForm",
                "signUp",
                "name",
                "Somebody",
                "email",
                address,
                "password",
                password);
    }
}
