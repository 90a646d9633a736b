package dev.opensync.test.web;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.ApiResponse;
import dev.opensync.harness.Browser;
import dev.opensync.harness.Member;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A new person without sessions, signed in at a browser, with a key that syncs and reads. */
record Reader(Browser browser, ApiClient api) implements AutoCloseable {

    private static final String PASSWORD = "correct horse battery staple";
    private static final String SESSION = "JSESSIONID";

    static Reader signUp(TestServer server) {
        return signUp(server, Browser.open(server.baseUrl()));
    }

    /** At {@code browser}, which is closed with the reader. */
    static Reader signUp(TestServer server, Browser browser) {
        Member member = server.newMember("Reader", Synced.newId() + "@example.org", PASSWORD);
        browser.setCookie(SESSION, member.pages().cookie(SESSION));
        return new Reader(browser, member.api());
    }

    /** On the settings page, which stays open; returns the secret. */
    static String makeKey(Browser browser, String name) {
        browser.go("/settings");
        browser.type("keyForm:name", name);
        browser.driver()
                .findElement(By.cssSelector("#keyForm input[value=READ]"))
                .click();
        browser.press("keyForm:createKey");
        return browser.driver().findElement(By.id("newKeySecret")).getText().strip();
    }

    /** Fails unless all of it is taken. */
    void sync(String path, String body) {
        ApiResponse response = api.post(path, body);
        if (response.status() != 200 || response.body().contains("\"errors\":[\"")) {
            throw new AssertionError("Refused: " + response.status() + " " + response.body());
        }
    }

    /** The session with that id of the coding tool. */
    void delete(String externalId) {
        ApiResponse response = api.send("DELETE", "/api/sessions/" + externalId, BodyPublishers.noBody(), Map.of());
        if (response.status() != 200) {
            throw new AssertionError("Refused: " + response.status() + " " + response.body());
        }
    }

    /** Opens the session with that id of the coding tool. */
    void open(String externalId) {
        browser.go("/session?id="
                + Synced.read(api, externalId).session().get("id").asText());
    }

    /** {@code messages}: without ids; they are sent as m1, m2 and so on, in their order. */
    String show(String messages) {
        String id = Synced.newId();
        int[] number = {0};
        String numbered = Pattern.compile("\\{\"role\"")
                .matcher(messages)
                .replaceAll(found ->
                        "{\"sessionExternalId\": \"" + id + "\", \"externalId\": \"m" + ++number[0] + "\", \"role\"");
        sync(
                "/sync/batch",
                "{\"sessions\": [{\"externalId\": \"" + id + "\", \"title\": \"Shapes\"}], \"messages\": [" + numbered
                        + "]}");
        open(id);
        return id;
    }

    /** Opens everything that is folded. */
    void unfold() {
        run("document.querySelectorAll('main details:not(.menu)').forEach(fold => fold.open = true)");
    }

    /** Texts of all elements that are there at this moment, without waiting for one; empty for what is hidden. */
    List<String> texts(String css) {
        return ((List<?>) run("return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())", css))
                .stream().map(String::valueOf).toList();
    }

    boolean exists(String css) {
        return Boolean.TRUE.equals(run("return document.querySelector(arguments[0]) !== null", css));
    }

    WebElement find(String css) {
        return browser.driver().findElement(By.cssSelector(css));
    }

    Object run(String script, Object... arguments) {
        Object result = browser.driver().executeScript(script, arguments);
        return result == null ? "" : result;
    }

    @Override
    public void close() {
        browser.close();
    }
}
