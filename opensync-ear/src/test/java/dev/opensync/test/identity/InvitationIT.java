package dev.opensync.test.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.net.URI;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Letting people in, and what administrators make of them. */
@SystemTest
class InvitationIT {

    private final TestServer server;
    private final PageClient admin;
    private final String email = Synced.newId() + "@example.org";

    InvitationIT(TestServer server) {
        this.server = server;
        admin = server.visitor();
        Person.signIn(admin, admin.get("/login"), TestServer.ADMIN_EMAIL, TestServer.ADMIN_PASSWORD);
    }

    @Test
    void linkLetsOnePersonInOnce() {
        String link = invite("MEMBER");
        PageClient guest = server.visitor();

        Page welcome = accept(guest, guest.get(link));

        assertThat(welcome.address()).hasPath("/overview");
        assertThat(welcome.text()).contains(email);
        assertThat(guest.get("/admin/accounts").status()).isEqualTo(404);
        Page again = server.visitor().get(link);
        assertThat(again.document().getElementById("invitationGone")).isNotNull();
        assertThat(again.document().getElementById("invitationForm")).isNull();
    }

    @Test
    void formLeftOpenLetsNobodyInAfterSomebodyElse() {
        String link = invite("MEMBER");
        PageClient late = server.visitor();
        Page open = late.get(link);
        PageClient guest = server.visitor();
        accept(guest, guest.get(link));

        accept(late, open);

        assertThat(late.get("/settings").address()).hasPath("/login");
    }

    @Test
    void invitedAdministratorIsOne() {
        PageClient guest = server.visitor();

        accept(guest, guest.get(invite("ADMIN")));

        assertThat(guest.get("/admin/accounts").status()).isEqualTo(200);
    }

    @Test
    void withdrawnLinkLetsNobodyIn() {
        String link = invite("MEMBER");

        press(admin.get("/admin/accounts"), "invitationsForm", email, "withdraw");

        assertThat(admin.get("/admin/accounts").text()).doesNotContain(email);
        assertThat(server.visitor().get(link).document().getElementById("invitationGone"))
                .isNotNull();
    }

    @Test
    void expiredLinkLetsNobodyIn() {
        String link = invite("MEMBER");
        Sql.change(server.database(), "UPDATE invitation SET expires_ms = 1 WHERE email = ?", email);

        assertThat(server.visitor().get(link).document().getElementById("invitationGone"))
                .isNotNull();
    }

    @Test
    void memberIsMadeAdministratorAndMemberAgain() {
        Person person = Person.signUp(server);
        PageClient pages = server.visitor();
        person.signIn(pages);
        assertThat(pages.get("/admin/accounts").status()).isEqualTo(404);

        press(admin.get("/admin/accounts"), "accountsForm", person.email(), "promote");
        assertThat(pages.get("/admin/accounts").status()).isEqualTo(200);

        press(admin.get("/admin/accounts"), "accountsForm", person.email(), "demote");
        assertThat(pages.get("/admin/accounts").status()).isEqualTo(404);
    }

    /** Returns path and query of the link. */
    private String invite(String role) {
        Page made = admin.submit(admin.get("/admin/accounts"), "inviteForm", "invite", "email", email, "role", role);
        String link = made.document()
                .select("#invitationCreated")
                .html()
                .replaceAll("(?s).*?(http[^\"<\\s]+/invitation\\?token=[\\w-]+).*", "$1");
        assertThat(link).startsWith(server.baseUrl() + "/invitation?token=");
        URI address = URI.create(link);
        return address.getPath() + "?" + address.getQuery();
    }

    private static Page accept(PageClient guest, Page invitation) {
        return guest.submit(
                invitation, "invitationForm", "accept", "name", "Guest", "password", "a horse of the guest");
    }

    /** The button of that person's row. */
    private void press(Page page, String form, String person, String button) {
        Element row = page.document().select("#" + form + " tr").stream()
                .filter(candidate -> candidate.text().contains(person))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page.text()));
        String name = row.select("[name$=:" + button + "]").attr("name");
        assertThat(name).as("%s of %s", button, row).isNotEmpty();
        admin.submit(page, form, name.substring(form.length() + 1));
    }
}
