package dev.opensync.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless Chromium with a profile of its own, looking at one server. */
public final class Browser implements AutoCloseable {

    /** A laptop's window. */
    public static final int WIDE = 1440;
    /** A phone's. */
    public static final int NARROW = 390;

    private static final int HEIGHT = 900;

    private final URI baseUrl;
    private final ChromeDriver driver;

    private Browser(URI baseUrl, ChromeDriver driver) {
        this.baseUrl = baseUrl;
        this.driver = driver;
    }

    public static boolean isInstalled() {
        return program().isPresent() && driverProgram().isPresent();
    }

    public static Browser open(URI baseUrl) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program().orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                // Chromium's sandbox does not start under the root account of a build machine.
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile());
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driverProgram().orElseThrow().toFile())
                .build();
        Browser browser = new Browser(baseUrl, new ChromeDriver(service, options));
        browser.driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(10));
        browser.resize(WIDE);
        return browser;
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

    /** In CSS pixels; a phone's width as well, which a real window cannot have. */
    public void resize(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
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
        driver.quit();
    }

    private static Optional<Path> program() {
        return Programs.find("chromium", "chromium-browser", "google-chrome", "chrome");
    }

    private static Optional<Path> driverProgram() {
        return Programs.find("chromedriver", "chromedriver.exe");
    }

    private static Path profile() {
        try {
            Path profiles = Files.createDirectories(Build.directory().resolve("browser"));
            return Files.createTempDirectory(profiles, "profile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
