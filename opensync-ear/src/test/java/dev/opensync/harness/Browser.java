package dev.opensync.harness;

import static dev.opensync.harness.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A headless Chromium that remembers nothing from before, looking at one server. */
public final class Browser implements AutoCloseable {

    /** A laptop's window. */
    public static final int WIDE = 1440;
    /** A phone's. */
    public static final int NARROW = 390;

    private static final int HEIGHT = 900;
    private static final int MOST_HEIGHT = 3_000;

    private final URI baseUrl;
    private final String language;
    private final ChromeDriver driver;

    private Browser(URI baseUrl, String language) {
        this.baseUrl = baseUrl;
        this.language = language;
        driver = Chromium.take(language);
        resize(WIDE);
    }

    public static boolean isInstalled() {
        return Chromium.isInstalled();
    }

    public static Browser open(URI baseUrl) {
        return open(baseUrl, "en-US");
    }

    /** One that asks for pages in {@code language}. */
    public static Browser open(URI baseUrl, String language) {
        return new Browser(baseUrl, language);
    }

    /** Puts a cookie of the server there, as if it had come with a page. */
    public void setCookie(String name, String value) {
        driver.executeCdpCommand("Network.setCookie", Map.of("name", name, "value", value, "url", baseUrl.toString()));
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** {@code path} from the root of the server. */
    public void go(String path) {
        driver.get(baseUrl + path);
    }

    /** Path of the page that is shown. */
    public String path() {
        return URI.create(driver.getCurrentUrl()).getPath();
    }

    /** {@code id} as it stands in the page, such as {@code loginForm:email}. */
    public void type(String id, String text) {
        WebElement field = driver.findElement(By.id(id));
        field.clear();
        field.sendKeys(text);
    }

    /** {@code id} as it stands in the page. */
    public void press(String id) {
        driver.findElement(By.id(id)).click();
    }

    /** Waits until the page that is shown, or will be next, contains the text. */
    public void awaitText(String text) {
        await().alias("\"" + text + "\" on the page")
                .ignoreExceptions()
                .until(() -> shownText().contains(text));
    }

    // That of a WebElement is put together by a script, which takes a second on a long page.
    private String shownText() {
        return String.valueOf(driver.executeScript("return document.body.innerText"))
                .replace('\u00a0', ' ');
    }

    /** Waits until the page of that path is shown. */
    public void awaitPath(String path) {
        await().alias("the page " + path).until(() -> path().equals(path));
    }

    /** Dark or tan, on the page that is shown. */
    public void theme(String name) {
        driver.executeScript("document.documentElement.dataset.theme = arguments[0]", name);
    }

    /** What the page's scripts and styles have complained about so far. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** In both themes, for a laptop and a phone; fails if the page is wider than the phone. */
    public void screenshots(String name) {
        for (String theme : List.of("dark", "tan")) {
            for (int width : List.of(WIDE, NARROW)) {
                resize(width);
                theme(theme);
                screenshot(name + "-" + theme + "-" + width);
                if (scrollsSideways()) {
                    throw new AssertionError(name + " is wider than " + width + " px");
                }
            }
        }
        resize(WIDE);
        theme("dark");
    }

    /** As {@link #screenshots}, of the page from its top to its end. */
    public void wholeScreenshots(String name) {
        for (String theme : List.of("dark", "tan")) {
            for (int width : List.of(WIDE, NARROW)) {
                resize(width);
                theme(theme);
                Number end = (Number) driver.executeScript("return document.documentElement.scrollHeight");
                resize(
                        width,
                        Math.max(
                                HEIGHT,
                                Math.min(
                                        MOST_HEIGHT, Objects.requireNonNull(end).intValue())));
                screenshot(name + "-" + theme + "-" + width);
                if (scrollsSideways()) {
                    throw new AssertionError(name + " is wider than " + width + " px");
                }
            }
        }
        resize(WIDE);
        theme("dark");
    }

    /** In CSS pixels; a phone's width as well, which a real window cannot have. */
    public void resize(int width) {
        resize(width, HEIGHT);
    }

    private void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Below {@code screenshots} in the build directory. */
    public void screenshot(String name) {
        Path file = Build.directory().resolve("screenshots").resolve(name + ".png");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if the page is wider than the window, so that a phone would scroll sideways. */
    public boolean scrollsSideways() {
        return Boolean.TRUE.equals(driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    @Override
    public void close() {
        Chromium.giveBack(driver, language, baseUrl);
    }
}
