package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.Browser;
import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Making a session public and private again, and reading it as a visitor. */
@SystemTest
@RequiresBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharingBrowserIT {

    private static final String PASSWORD = "open sesame";
    private static final String MESSAGES = """
        {"role": "user", "textContent": "Why does it **fail**? The key is ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"},
        {"role": "assistant", "parts": [
           {"type": "tool-call", "content": {"toolName": "Edit", "args": {"file_path": "/home/ada/a.c", "old_string": "int a;", "new_string": "long a;"}}},
           {"type": "text", "content": "```c\\nlong a;\\n```"}]}\
        """;

    private final TestServer server;
    private final Reader reader;

    SharingBrowserIT(TestServer server) {
        this.server = server;
        reader = Reader.signUp(server);
    }

    @AfterAll
    void close() {
        reader.close();
    }

    @Test
    void sessionIsSharedFromItsPageReadAndMadePrivateThere() {
        String id = reader.show(MESSAGES);
        String page = "/session?id=" + reader.find("#messages").getAttribute("data-session");
        reader.browser().press("share");
        reader.browser().awaitText("This session is private");
        assertThat(reader.texts("#secretCount")).containsExactly("1");
        assertThat(reader.texts(".session .md").get(0)).contains("[redacted]");
        reader.browser().screenshots("share-private");

        reader.browser().press("shareForm:share");
        reader.browser().awaitText("This session is public");
        reader.browser().screenshots("share-public");
        String link = URI.create(reader.texts("#shareLink").get(0)).getPath();
        try (Browser visitor = Browser.open(server.baseUrl())) {
            visitor.go(link);
            visitor.awaitText("Why does it fail?");
            visitor.awaitText("User");
            assertThat(visitor.driver().findElements(By.cssSelector(".diff .add")))
                    .hasSize(1);
            visitor.screenshots("shared");
            assertThat(visitor.complaints()).isEmpty();

            reader.browser().go(page);
            await().until(() -> reader.texts("#share").equals(List.of("Shared")));
            reader.find("#moreMenu > summary").click();
            assertThat(reader.find("#openPublic").getAttribute("href")).endsWith(link);
            reader.browser().press("privateForm:makePrivate");
            await().until(() -> reader.texts("#share").equals(List.of("Share")));

            visitor.go(link);
            visitor.awaitText("Nothing here");
        }
        assertThat(reader.api()
                        .get("/api/sessions/" + id)
                        .json()
                        .at("/session/isPublic")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void visitorGivesThePasswordOnce() {
        reader.show(MESSAGES);
        reader.browser().press("share");
        reader.browser().type("sharePassword", PASSWORD);
        reader.find("#validity option[value=P7D]").click();
        reader.browser().press("shareForm:share");
        reader.browser().awaitText("This session is public");
        assertThat(reader.exists("#shareLocked")).isTrue();
        assertThat(reader.exists("#shareExpires")).isTrue();
        String link = URI.create(reader.texts("#shareLink").get(0)).getPath();

        try (Browser visitor = Browser.open(server.baseUrl())) {
            visitor.go(link);
            visitor.awaitText("This session needs a password");
            visitor.screenshots("shared-locked");
            visitor.type("password", "not this one");
            visitor.press("unlock");
            visitor.awaitText("The password is wrong");
            visitor.type("password", PASSWORD);
            visitor.press("unlock");
            visitor.awaitText("Why does it fail?");
            visitor.go(link);
            visitor.awaitText("Why does it fail?");
        }
    }

    @Test
    void visitorFindsHisWayByFieldAndKeys() {
        reader.show("{\"role\": \"user\", \"textContent\": \"Why does it fail?\"},"
                + "{\"role\": \"assistant\", \"textContent\": \"Go on\"},".repeat(148)
                + "{\"role\": \"user\", \"textContent\": \"My key is ghp_a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8\"},"
                + "{\"role\": \"assistant\", \"textContent\": \"A needle in a haystack\"}");
        String link = share();

        try (Browser visitor = Browser.open(server.baseUrl())) {
            visitor.go(link);
            visitor.awaitText("Why does it fail?");
            visitor.type("find", "needle");
            visitor.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
            visitor.awaitText("A needle in a haystack");
            visitor.awaitText("1 of 1");
            assertThat(visitor.driver().getCurrentUrl()).contains("at=151");
            assertThat(text(visitor, ".msg.current")).contains("A needle");

            visitor.type("find", "a1B2c3D4e5F6");
            visitor.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
            visitor.awaitText("Not found");

            visitor.go(link);
            visitor.awaitText("Why does it fail?");
            WebElement body = visitor.driver().findElement(By.tagName("body"));
            body.sendKeys("j");
            assertThat(text(visitor, ".msg.current")).contains("Why does it fail?");
            body.sendKeys("j");
            assertThat(text(visitor, ".msg.current")).contains("Go on");
            body.sendKeys("J");
            await().until(() -> text(visitor, ".msg.current").contains("My key is"));
            body.sendKeys("y");
            await().until(() -> visitor.driver().getCurrentUrl().endsWith("?at=150#m-150"));
            visitor.driver().navigate().refresh();
            await().ignoreExceptions().until(() -> text(visitor, ".msg.current").contains("My key is"));
            await().pollInterval(Duration.ofSeconds(1)).until(() -> {
                visitor.driver().executeScript("document.getElementById('earlier')?.click()");
                return visitor.driver().findElements(By.cssSelector(".msg")).size() == 151;
            });
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static String text(Browser visitor, String css) {
        return visitor.driver().findElement(By.cssSelector(css)).getText();
    }

    /** Shares the session in view; returns the path of its public page. */
    private String share() {
        reader.browser().press("share");
        reader.browser().press("shareForm:share");
        reader.browser().awaitText("This session is public");
        return URI.create(reader.texts("#shareLink").get(0)).getPath();
    }

    @Test
    void longSessionIsReadPageByPage() {
        reader.show("{\"role\": \"user\", \"textContent\": \"Go on\"},".repeat(150)
                + "{\"role\": \"user\", \"textContent\": \"The end\"}");
        String link = share();

        try (Browser visitor = Browser.open(server.baseUrl())) {
            visitor.go(link);
            visitor.awaitText("Go on");
            await().until(() -> {
                visitor.driver()
                        .executeScript("const more = document.getElementById('more'); if (more) more.scrollIntoView()");
                return Boolean.TRUE.equals(
                        visitor.driver().executeScript("return document.querySelectorAll('.msg').length === 151"));
            });
            visitor.awaitText("The end");
        }
    }
}
