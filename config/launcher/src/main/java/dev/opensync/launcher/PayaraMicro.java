package dev.opensync.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The application server as a process of its own, with the application at the root of one HTTP port. */
final class PayaraMicro {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
    private static final int POLL_MILLIS = 200;
    private static final int HTTP_OK = 200;

    private final Process process;
    private final URI health;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private PayaraMicro(Process process, URI health) {
        this.process = process;
        this.health = health;
    }

    /** Returns at once; {@link #answers} tells when the application takes requests. */
    static PayaraMicro start(
            Settings settings, Distribution distribution, Path scratch, Path logs, Map<String, String> environment) {
        try {
            Path temporary = Files.createDirectories(scratch.resolve("tmp"));
            ProcessBuilder builder = new ProcessBuilder(command(settings, distribution, scratch, logs, temporary))
                    .redirectErrorStream(true)
                    .redirectOutput(logs.resolve("server-console.log").toFile());
            builder.environment().putAll(environment);
            return new PayaraMicro(
                    builder.start(),
                    URI.create("http://" + reachable(settings.httpAddress()) + ":" + settings.httpPort() + "/health"));
        } catch (IOException e) {
            throw new StartFailure("The server does not start", e);
        }
    }

    Process process() {
        return process;
    }

    void stop() {
        ChildProcess.stop(process, STOP_LIMIT);
    }

    /** Waits a moment for a good answer; false if there is none yet. */
    boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(10))
                    .build();
            if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == HTTP_OK) {
                return true;
            }
        } catch (IOException notYet) {
            return pause();
        }
        return pause();
    }

    private boolean pause() throws InterruptedException {
        process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        return false;
    }

    private static String reachable(String address) {
        return "0.0.0.0".equals(address) ? "127.0.0.1" : address;
    }

    private static List<String> command(
            Settings settings, Distribution distribution, Path scratch, Path logs, Path temporary) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g"));
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(settings.javaOptions());
        command.addAll(List.of("-jar", distribution.payaraMicro().toString()));
        command.addAll(List.of("--rootdir", scratch.resolve("payara").toString()));
        command.addAll(List.of("--port", Integer.toString(settings.httpPort())));
        command.addAll(List.of(
                "--prebootcommandfile",
                distribution.prebootCommands(scratch, settings).toString()));
        command.addAll(List.of(
                "--logproperties", distribution.loggingProperties(scratch, logs).toString()));
        // One machine: no data grid, which would listen on a port of its own, and no report to the vendor.
        command.addAll(List.of("--nohazelcast", "--disablephonehome"));
        command.addAll(List.of("--minhttpthreads", "8", "--maxhttpthreads", "96"));
        command.addAll(List.of(
                "--contextroot", "/", "--deploy", distribution.application().toString()));
        return command;
    }
}
