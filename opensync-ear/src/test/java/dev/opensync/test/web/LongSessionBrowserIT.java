package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;

/** Ways through a session of ten thousand messages: a prompt, then nine answers, and so on. */
@SystemTest
@RequiresBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongSessionBrowserIT {

    private static final int MESSAGES = 10_000;
    private static final int BATCH = 500;

    private final Reader reader;
    private final String externalId = Synced.newId();
    private String id = "";

    LongSessionBrowserIT(TestServer server) {
        reader = Reader.signUp(server);
    }

    @BeforeAll
    void sync() {
        for (int first = 1; first <= MESSAGES; first += BATCH) {
            reader.sync(
                    "/sync/batch",
                    "{\"sessions\": [{\"externalId\": \"" + externalId + "\", \"title\": \"Long\"}], \"messages\": ["
                            + IntStream.range(first, first + BATCH)
                                    .mapToObj(this::message)
                                    .collect(Collectors.joining(","))
                            + "]}");
        }
        id = Synced.read(reader.api(), externalId).session().get("id").asText();
    }

    @AfterAll
    void close() {
        reader.close();
    }

    private String message(int number) {
        String said = switch (number) {
            case 5, 9_000 -> "\"textContent\": \"Here is the Needle, number " + number + "\"";
            case 2 ->
                "\"parts\": [{\"type\": \"tool-call\", \"content\": {\"toolName\": \"Task\", \"toolCallId\": \"far\", \"args\": {}}}]";
            case 700 ->
                "\"parts\": [{\"type\": \"tool-result\", \"content\": {\"toolCallId\": \"far\", \"output\": \"seven hundred\"}}]";
            default -> "\"textContent\": \"Message number " + number + "\"";
        };
        return "{\"sessionExternalId\": \"" + externalId + "\", \"externalId\": \"m" + number + "\", \"role\": \""
                + (number % 10 == 1 ? "user" : "assistant") + "\", " + said + "}";
    }

    @Test
    void opensAtItsStart() {
        open("");

        assertThat(reader.texts(".msg .md").get(0)).isEqualTo("Message number 1");
        assertThat(reader.exists("#more")).isTrue();
        assertThat(reader.exists("#earlier")).isFalse();
    }

    @Test
    void endIsOneClickAway() {
        open("");

        reader.browser().press("toEnd");

        awaitCurrent(MESSAGES);
        assertThat(reader.texts(".msg .md")).endsWith("Message number " + MESSAGES);
        assertThat(reader.exists("#more")).isFalse();
    }

    @Test
    void linkToAMessageOpensThereWithWhatIsAroundIt() {
        open("&at=5000#m-5000");

        awaitCurrent(5_000);
        assertThat(reader.find("#m-5000").isDisplayed()).isTrue();
        assertThat(reader.texts(".msg .md")).contains("Message number 4980", "Message number 5050");

        reader.run("document.getElementById('earlier').click()");

        await().until(() -> reader.exists("#m-4881"));
        assertThat(reader.texts(".msg .md")).doesNotHaveDuplicates();
    }

    @Test
    void resultFarBelowStandsWithItsCall() {
        open("");
        reader.unfold();
        assertThat(reader.texts(".fold.tool")).singleElement().asString().contains("seven hundred");

        open("&at=700");

        await().until(() -> reader.exists("#m-701"));
        assertThat(reader.exists(".fold.result")).isFalse();
    }

    @Test
    void findGoesToEveryPlaceOfTheWholeSession() {
        open("");

        reader.browser().type("find", "needle");

        awaitCurrent(5);
        awaitCount("1 of 2");
        reader.find("#find").sendKeys(Keys.ENTER);
        awaitCurrent(9_000);
        awaitCount("2 of 2");
        reader.browser().press("findNext");
        awaitCurrent(5);
        awaitCount("1 of 2");
    }

    @Test
    void whatIsNotSaidIsNotFound() {
        open("");

        reader.browser().type("find", "100%_\"nowhere\"");

        awaitCount("Not found");
    }

    @Test
    void keysAndButtonsLeadFromMessageToMessage() {
        open("");

        press("j");
        awaitCurrent(1);
        press("j");
        awaitCurrent(2);
        press("J");
        awaitCurrent(11);
        press("k");
        awaitCurrent(10);
        press("K");
        awaitCurrent(1);
        reader.browser().press("nextTurn");
        awaitCurrent(11);
        reader.browser().press("previousTurn");
        awaitCurrent(1);
    }

    @Test
    void nextPromptIsReachedBeyondTheEndOfThePage() {
        open("&at=1");
        awaitCurrent(1);
        for (int prompt = 11; prompt <= 121; prompt += 10) {
            press("J");
            awaitCurrent(prompt);
        }
    }

    @Test
    void helpListsTheKeys() {
        open("");

        press("?");

        await().until(() -> reader.find("#keysDialog").isDisplayed());
        assertThat(reader.find("#keysDialog").getText()).contains("Next and previous message");
        reader.browser().screenshots("session-keys");
    }

    @Test
    void linkOfAMessageIsCopied() {
        open("");
        reader.run("window.opensync.copy = async (text) => { window.copied = text; }");

        press("j");
        awaitCurrent(1);
        press("y");

        await().until(() ->
                String.valueOf(reader.run("return window.copied")).endsWith("/session?id=" + id + "&at=1#m-1"));
    }

    private void open(String place) {
        reader.browser().go("/session?id=" + id + place);
        await().until(() -> reader.exists("#messages .msg"));
    }

    private void press(String key) {
        reader.browser().driver().switchTo().activeElement().sendKeys(key);
    }

    private String current() {
        return String.valueOf(reader.run("return (document.querySelector('.msg.current') || {}).id || ''"));
    }

    private void awaitCurrent(int number) {
        await().ignoreExceptions().untilAsserted(() -> assertThat(current()).isEqualTo("m-" + number));
    }

    private void awaitCount(String text) {
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(reader.texts("#findCount")).containsExactly(text));
    }
}
