package dev.opensync.test.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming in and going out with a password of ours. */
@SystemTest
class SignInIT {

    private static final String SESSION = "JSESSIONID";
    private static final String REMEMBER = "opensync-remember";
    private static final int FREE_GUESSES = 5;

    private final TestServer server;
    private final Person person;
    private final PageClient pages;

    SignInIT(TestServer server) {
        this.server = server;
        person = Person.signUp(server);
        pages = server.visitor();
    }

    @Test
    void guessingBlocksTheAccountForAWhile() {
        String wrong = guessUntilBlocked();

        Page blocked = person.signIn(pages);
        assertThat(blocked.address()).hasPath("/login");
        assertThat(words(blocked)).isEqualTo(wrong);

        Sql.change(
                server.database(),
                "UPDATE sign_in_failure SET blocked_until_ms = 0 WHERE subject_hash = UNHEX(SHA2(?, 256))",
                "account:" + person.email());
        assertThat(person.signIn(pages).address()).hasPath("/overview");
    }

    @Test
    void guessingTellsNobodyWhoHasAnAccount() {
        String unknown = words(Person.signIn(pages, pages.get("/login"), "nobody@example.org", "a wrong password"));

        assertThat(unknown).isNotBlank().isEqualTo(words(wrongPassword()));
    }

    @Test
    void blockedAccountIsNobodyElses() {
        guessUntilBlocked();

        assertThat(Person.signUp(server).signIn(server.visitor()).address()).hasPath("/overview");
    }

    @Test
    void sessionGetsAnotherIdAtSignIn() {
        Page login = pages.get("/login");
        String planted = pages.cookie(SESSION);

        Person.signIn(pages, login, person.email(), Person.PASSWORD);

        assertThat(planted).isNotEmpty();
        assertThat(pages.cookie(SESSION)).isNotEmpty().isNotEqualTo(planted);
    }

    @Test
    void theRequestedPageIsShownAfterSignIn() {
        Page login = pages.get("/settings?from=here");

        assertThat(login.address()).hasPath("/login");
        assertThat(Person.signIn(pages, login, person.email(), Person.PASSWORD).address())
                .hasPath("/settings")
                .hasQuery("from=here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)"})
    void foreignAddressIsNotFollowed(String address) {
        Page login = pages.get("/login?from=" + URLEncoder.encode(address, StandardCharsets.UTF_8));

        Page home = Person.signIn(pages, login, person.email(), Person.PASSWORD);

        assertThat(home.address()).hasAuthority(server.baseUrl().getAuthority()).hasPath("/overview");
    }

    @Test
    void rememberedBrowserSurvivesTheLossOfItsSession() {
        person.signInAndBeRemembered(pages);
        String first = pages.cookie(REMEMBER);
        pages.forgetCookie(SESSION);

        assertThat(pages.get("/settings").address()).hasPath("/settings");
        assertThat(first).isNotEmpty();
        assertThat(pages.cookie(REMEMBER)).isNotEmpty().isNotEqualTo(first);
    }

    @Test
    void copiedRememberCookieIsOfNoUseToEither() {
        person.signInAndBeRemembered(pages);
        String copy = pages.cookie(REMEMBER);
        pages.forgetCookie(SESSION);
        pages.get("/settings");
        Sql.change(
                server.database(),
                "UPDATE remembered_browser SET rotated_ms = 1"
                        + " WHERE account_id = (SELECT id FROM account WHERE email = ?)",
                person.email());

        PageClient thief = server.visitor();
        thief.setCookie(REMEMBER, copy);
        pages.forgetCookie(SESSION);

        assertThat(thief.get("/settings").address()).hasPath("/login");
        assertThat(pages.get("/settings").address()).hasPath("/login");
    }

    @Test
    void browserUsedEveryDayIsForgottenInTheEnd() {
        person.signInAndBeRemembered(pages);
        Sql.change(
                server.database(),
                "UPDATE remembered_browser SET created_ms = 1"
                        + " WHERE account_id = (SELECT id FROM account WHERE email = ?)",
                person.email());

        pages.forgetCookie(SESSION);
        assertThat(pages.get("/settings").address()).hasPath("/settings");

        pages.forgetCookie(SESSION);
        assertThat(pages.get("/settings").address()).hasPath("/login");
    }

    @Test
    void browserIsNotRememberedUnasked() {
        person.signIn(pages);

        assertThat(pages.cookie(REMEMBER)).isEmpty();
    }

    @Test
    void signOutEndsTheSessionAndTheRemembering() {
        person.signInAndBeRemembered(pages);
        PageClient copy = server.visitor();
        copy.setCookie(SESSION, pages.cookie(SESSION));
        copy.setCookie(REMEMBER, pages.cookie(REMEMBER));

        Page after = pages.submit(pages.get("/settings"), "signOutForm", "signOut");

        assertThat(after.address()).hasPath("/login");
        assertThat(pages.cookie(REMEMBER)).isEmpty();
        assertThat(pages.get("/settings").address()).hasPath("/login");
        assertThat(copy.get("/settings").address()).hasPath("/login");
    }

    @Test
    void newPasswordSignsTheOtherBrowsersOut() {
        PageClient other = server.visitor();
        person.signInAndBeRemembered(other);
        person.signIn(pages);
        String newPassword = "quite another horse";

        Page wrong = changePassword("not the password", newPassword);
        Page changed = changePassword(Person.PASSWORD, newPassword);

        assertThat(wrong.text()).contains("The current password is wrong");
        assertThat(changed.text()).contains("Your password is changed");
        assertThat(pages.get("/settings").address()).hasPath("/settings");
        assertThat(other.get("/settings").address()).hasPath("/login");
        assertThat(Person.signIn(other, other.get("/login"), person.email(), newPassword)
                        .address())
                .hasPath("/overview");
    }

    @Test
    void guessingTheOldPasswordBlocksTheAccountToo() {
        person.signIn(pages);

        IntStream.range(0, FREE_GUESSES).forEach(i -> changePassword("a wrong password", "quite another horse"));

        assertThat(changePassword(Person.PASSWORD, "quite another horse").text())
                .contains("The current password is wrong");
        assertThat(person.signIn(server.visitor()).address()).hasPath("/login");
    }

    @Test
    void sessionCookieIsNoCredentialForTheApi() {
        person.signIn(pages);

        Page answer = pages.get("/api/sessions");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).contains("Missing Authorization header");
    }

    @Test
    void cookiesAreOutOfReachOfScripts() {
        Page page = person.signInAndBeRemembered(pages);

        assertThat(page.setCookie(REMEMBER))
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(server.visitor().get("/login").setCookie(SESSION))
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .doesNotContain("Secure");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/settings", "/nothing-here"})
    void pagesRunNoScriptsButOurs(String path) {
        person.signIn(pages);

        Page page = pages.get(path);

        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy).contains("frame-ancestors 'none'").contains("default-src");
                    assertThat(policy.replaceAll("style-src[^;]*", "")).doesNotContain("unsafe-inline");
                });
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cache-Control")).contains("no-store");
    }

    @Test
    void headersOfAProxyAreNotBelievedWhereThereIsNone() {
        Page page = new PageClient(server.baseUrl(), Map.of("X-Forwarded-Proto", "https")).get("/login");

        assertThat(page.header("Strict-Transport-Security")).isEmpty();
        assertThat(page.setCookie(SESSION)).isNotEmpty().doesNotContain("Secure");
    }

    private String guessUntilBlocked() {
        return IntStream.range(0, FREE_GUESSES)
                .mapToObj(i -> words(wrongPassword()))
                .reduce("", (before, last) -> last);
    }

    private Page wrongPassword() {
        return Person.signIn(pages, pages.get("/login"), person.email(), "a wrong password");
    }

    private Page changePassword(String from, String to) {
        return pages.submit(
                pages.get("/settings"), "passwordForm", "changePassword", "oldPassword", from, "newPassword", to);
    }

    private static String words(Page page) {
        return page.document().select("#loginForm\\:loginMessages").text();
    }
}
