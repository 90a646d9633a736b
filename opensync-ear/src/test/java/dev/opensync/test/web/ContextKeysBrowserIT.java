package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;
import static dev.opensync.test.web.ContextPage.BIRDS;
import static dev.opensync.test.web.ContextPage.TITLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.harness.RequiresBrowser;
import dev.opensync.harness.SystemTest;
import dev.opensync.harness.TestServer;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openqa.selenium.Keys;

/** Putting context together with both hands on the keyboard. */
@SystemTest
@RequiresBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContextKeysBrowserIT {

    private static final int MOST_TABS = 20;

    private final ContextPage page;
    private final Reader reader;

    ContextKeysBrowserIT(TestServer server) {
        page = ContextPage.signUp(server);
        reader = page.reader();
    }

    @AfterAll
    void close() {
        page.close();
    }

    @Test
    void everythingWorksByKeys() {
        page.open(BIRDS, 3);
        String first = reader.texts(TITLES).get(0);

        reader.find("#contextQuery").sendKeys(Keys.ARROW_DOWN);
        await().until(() -> reader.texts(".find.current h2").equals(List.of(first)));
        keys("o");
        await().until(() -> reader.exists(".find.current .around .msg.hit"));
        keys("x");
        await().until(() -> reader.texts("#sum").stream().anyMatch(sum -> sum.contains("2 of 3 sessions"))
                && reader.texts(".find.current h2").equals(List.of(first)));
        keys("C");
        assertThat(page.awaitCopy()).doesNotContain("Session: " + first);
        keys("j");
        await().until(() -> !reader.texts(".find.current h2").equals(List.of(first)));
        keys("f");
        await().until(() -> reader.run("return document.activeElement.id").equals("contextQuery"));
        reader.find("#contextQuery").sendKeys(Keys.ARROW_DOWN);
        keys(Keys.chord(Keys.CONTROL, "k"));
        assertThat(reader.run("return document.activeElement.id")).isEqualTo("contextQuery");
        reader.find("#contextQuery").sendKeys(Keys.ARROW_DOWN);
        keys(Keys.ENTER);
        reader.browser().awaitPath("/session");
    }

    @Test
    void fromTheQuestionToTheCopyWithoutAMouse() {
        reader.browser().go("/context");
        reader.browser().awaitText("Ask what your sessions know");
        page.catchCopies();

        assertThat(reader.run("return document.activeElement.id")).isEqualTo("contextQuery");
        keys("kingfisher");
        keys(Keys.TAB);
        assertThat(reader.run("return document.activeElement.id")).isEqualTo("contextType");
        keys("w");
        page.awaitCards(3);
        assertThat(reader.find("#contextType").getAttribute("value")).isEqualTo("fulltext");
        moveTo("contextFormat", Keys.TAB);
        keys("m");
        await().until(() -> reader.browser().driver().getCurrentUrl().contains("format=markdown")
                && reader.exists("#results[aria-busy=false]"));

        moveTo("contextQuery", Keys.chord(Keys.SHIFT, Keys.TAB));
        keys(Keys.ARROW_DOWN);
        String first = reader.texts(TITLES).get(0);
        await().until(() -> reader.texts(".find.current h2").equals(List.of(first)));
        keys("x");
        await().until(() -> reader.texts("#sum").stream().anyMatch(sum -> sum.contains("2 of 3 sessions"))
                && reader.exists("#results[aria-busy=false]"));
        keys("C");

        assertThat(page.awaitCopy())
                .isEqualTo(reader.api()
                        .get("/api/context?"
                                + URI.create(reader.browser().driver().getCurrentUrl())
                                        .getRawQuery())
                        .json()
                        .get("text")
                        .asText()
                        .replace("\r", ContextPage.RETURN));
        assertThat(reader.texts(".find.out h2")).containsExactly(first);
        keys("?");
        await().until(() -> reader.exists("#contextKeys[open]"));
        keys(Keys.ESCAPE);
        await().until(() -> !reader.exists("#contextKeys[open]"));
        assertThat(reader.browser().complaints()).isEmpty();
    }

    private void keys(CharSequence key) {
        reader.browser().driver().switchTo().activeElement().sendKeys(key);
    }

    /** By the keyboard alone. */
    private void moveTo(String id, CharSequence key) {
        for (int i = 0;
                i < MOST_TABS && !reader.run("return document.activeElement.id").equals(id);
                i++) {
            keys(key);
        }
        assertThat(reader.run("return document.activeElement.id")).isEqualTo(id);
    }
}
