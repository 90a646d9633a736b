package dev.opensync.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;

/** The headless browser of this machine. It takes longer to start than most tests run, so one serves many, one after another. */
final class Chromium {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Set<ChromeDriver> RUNNING = ConcurrentHashMap.newKeySet();
    private static final Map<String, Deque<ChromeDriver>> IDLE = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(ChromeDriver::quit)));
    }

    private Chromium() {}

    static boolean isInstalled() {
        return program().isPresent() && driverProgram().isPresent();
    }

    /** One that asks for pages in {@code language} and remembers nothing; for the caller alone until it is given back. */
    static ChromeDriver take(String language) {
        ChromeDriver idle = idle(language).poll();
        return idle != null ? idle : start(language);
    }

    /** {@code visited}: the server whose cookies and storage it is to forget. */
    static void giveBack(ChromeDriver driver, String language, URI visited) {
        try {
            forget(driver, visited);
            idle(language).add(driver);
        } catch (WebDriverException inNoState) {
            RUNNING.remove(driver);
            driver.quit();
        }
    }

    private static Deque<ChromeDriver> idle(String language) {
        return IDLE.computeIfAbsent(language, key -> new ConcurrentLinkedDeque<>());
    }

    private static ChromeDriver start(String language) {
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
                "--accept-lang=" + language,
                "--user-data-dir=" + profile());
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driverProgram().orElseThrow().toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().implicitlyWait(PATIENCE);
        RUNNING.add(driver);
        return driver;
    }

    /** The settings of a window and what it keeps for its session go with it. */
    private static void forget(ChromeDriver driver, URI visited) {
        Set<String> used = driver.getWindowHandles();
        String fresh = driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
        for (String window : used) {
            driver.switchTo().window(window).close();
        }
        driver.switchTo().window(fresh);
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand(
                "Storage.clearDataForOrigin", Map.of("origin", visited.toString(), "storageTypes", "all"));
        driver.executeCdpCommand("Browser.setDownloadBehavior", Map.of("behavior", "default"));
        driver.manage().logs().get(LogType.BROWSER);
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
