package dev.opensync.test.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.opensync.harness.Browser;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Keys, theme and the end of a browser's session. */
@SystemTest
@RequiresBrowser
class SettingsBrowserIT {

    /** Keys may be good for five more seconds on other nodes; this is more than enough on one. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final TestServer server;
    private final Reader reader;
    private final Browser browser;

    SettingsBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
        browser = reader.browser();
    }

    @AfterEach
    void close() {
        reader.close();
    }

    @Test
    void revokingAsksFirstAndEndsTheKey() {
        String doomed = Reader.makeKey(browser, "Doomed");
        assertThat(reader.texts("#keysTable tbody tr")).hasSize(2);

        revoke("Doomed");
        browser.awaitText("Doomed: Whatever uses it stops working within seconds.");
        browser.screenshots("settings-revoke");
        await().atMost(LIMIT)
                .until(() -> "confirmForm:confirmYes".equals(reader.run("return document.activeElement.id")));
        browser.press("confirmForm:confirmNo");
        assertThat(statusWith(doomed)).isEqualTo(200);

        revoke("Doomed");
        browser.awaitText("Doomed: Whatever uses it");
        reader.run("document.querySelector('.ui-dialog-mask').click()");
        await().atMost(LIMIT)
                .until(() -> !reader.find("#confirmForm\\:confirmDialog").isDisplayed());
        assertThat(statusWith(doomed)).isEqualTo(200);

        revoke("Doomed");
        browser.awaitText("Doomed: Whatever uses it");
        browser.press("confirmForm:confirmYes");
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(reader.texts("#keysTable tbody tr"))
                        .singleElement()
                        .asString()
                        .contains("Tests")
                        .doesNotContain("Doomed"));
        await().atMost(LIMIT).untilAsserted(() -> assertThat(statusWith(doomed)).isEqualTo(401));
        assertThat(reader.api().get("/api/sessions").status()).isEqualTo(200);
    }

    @Test
    void checkTellsAGoodKeyFromABadOne() {
        String good = Reader.makeKey(browser, "Never used");

        check("osk_thisKeyWasNeverMadeByAnybody00000000000000");
        browser.awaitText("The server does not accept this key.");
        check(server.adminKey());
        browser.awaitText("it belongs to another person");
        assertThat(reader.exists("#check dl")).isFalse();
        check(good);
        browser.awaitText("This key works and is yours.");
        browser.screenshots("settings-check");
        assertThat(reader.find("#check dl").getText()).contains("Never used", "sync", "read");
    }

    @Test
    void checkingAKeyIsNoUseOfIt() {
        String looked = Reader.makeKey(browser, "Only looked at");
        check(looked);
        browser.awaitText("This key works and is yours.");
        assertThat(reader.api().get("/api/sessions").status()).isEqualTo(200);

        // Uses are written together, so once this one is there the other would be as well.
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    browser.go("/settings");
                    assertThat(lastUsed("Tests")).isNotEqualTo("Never");
                });
        assertThat(lastUsed("Only looked at")).isEqualTo("Never");
    }

    @Test
    void themeIsKeptOverAReload() {
        browser.go("/sessions");
        String first = theme();
        Object colour = background();

        browser.press("themeSwitch");
        String second = theme();
        assertThat(second).isNotEqualTo(first);
        assertThat(background()).isNotEqualTo(colour);

        browser.go("/settings");
        assertThat(theme()).isEqualTo(second);
        browser.press("themeSwitch");
        browser.driver().navigate().refresh();
        assertThat(theme()).isEqualTo(first);
        assertThat(background()).isEqualTo(colour);
    }

    @Test
    void pressingAButtonAfterTheSessionEndedLeadsToTheSignInAndBack() {
        browser.go("/settings");
        browser.driver().manage().deleteAllCookies();

        browser.type("keyForm:name", "Too late");
        browser.press("keyForm:createKey");

        browser.awaitPath("/login");
        browser.awaitText("Sign in");
        assertThat(browser.driver().getCurrentUrl()).contains("settings");
    }

    @Test
    void ownFilesHaveTheirVersionInTheAddress() {
        browser.go("/settings");
        Object addresses = reader.run(
                "return [...document.querySelectorAll('link[rel=stylesheet], script[src]')].map(e => e.href || e.src)"
                        + ".filter(a => a.includes('ln=opensync')).join('\\n')");

        assertThat(String.valueOf(addresses).lines())
                .hasSizeGreaterThan(5)
                .allSatisfy(address -> assertThat(address).matches(".*[?&]v=[0-9a-f]+(&.*)?"));
        assertThat(reader.run("return getComputedStyle(document.body).fontFamily"))
                .asString()
                .contains("Inter");
        assertThat(browser.complaints()).isEmpty();
    }

    private void revoke(String name) {
        browser.driver()
                .findElement(By.xpath("//table[@id='keysTable']//tr[td[1][.='" + name + "']]//button"))
                .click();
    }

    private void check(String key) {
        browser.type("checkForm:key", key);
        browser.press("checkForm:checkKey");
    }

    private String lastUsed(String name) {
        return browser.driver()
                .findElement(
                        By.xpath("//table[@id='keysTable']//tr[td[1][.='" + name + "']]/td[@data-label='Last used']"))
                .getText()
                .strip();
    }

    private int statusWith(String key) {
        return server.anonymous().withToken(key).get("/api/sessions").status();
    }

    private String theme() {
        return String.valueOf(reader.run("return document.documentElement.dataset.theme"));
    }

    private Object background() {
        return reader.run("return getComputedStyle(document.body).backgroundColor");
    }
}
