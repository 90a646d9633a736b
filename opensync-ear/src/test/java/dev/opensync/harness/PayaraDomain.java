package dev.opensync.harness;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A new domain of the unpacked Payara Server, with ports of its own. */
public final class PayaraDomain implements AutoCloseable {

    private static final String NAME = "opensync";

    private final Path directory = Folders.empty(Build.run("payara-server"));
    private final int adminPort = Ports.free();
    private final int httpPort = Ports.free();
    private final Map<String, String> environment;
    private int commands;

    private PayaraDomain(Database database, Map<String, String> settings) {
        environment = new HashMap<>(settings);
        environment.put("AS_JAVA", System.getProperty("java.home"));
        // Most of what it runs it runs once or twice.
        environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        environment.put("OPENSYNC_DB_URL", database.url());
        environment.put("OPENSYNC_DB_USER", database.user());
        environment.put("OPENSYNC_DB_PASSWORD", database.password());
    }

    /** {@code settings}: environment variables on top of those of the database. */
    public static PayaraDomain start(Database database, Map<String, String> settings) {
        PayaraDomain domain = new PayaraDomain(database, settings);
        domain.create();
        domain.asadmin(
                "start-domain",
                "--prebootcommandfile",
                Build.prebootCommands().toString(),
                "--domaindir",
                domain.directory.toString(),
                NAME);
        // A detached process: the tests may be interrupted before they close it.
        Runtime.getRuntime().addShutdownHook(new Thread(domain::stopIfRunning));
        return domain;
    }

    public int adminPort() {
        return adminPort;
    }

    /** In place of what is deployed under that name. */
    public void deploy(String name, Path archive) {
        asadmin("--port", Integer.toString(adminPort), "deploy", "--force=true", "--name", name, archive.toString());
    }

    /** A client without credentials. */
    public ApiClient client() {
        return new ApiClient(baseUrl().toString(), null);
    }

    /** Without a slash at the end. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    /** Fails if it does not stop cleanly. */
    @Override
    public void close() {
        asadmin("stop-domain", "--domaindir", directory.toString(), NAME);
    }

    public boolean isRunning() {
        return ProcessHandle.allProcesses()
                .anyMatch(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(directory.resolve(NAME).toString()));
    }

    private void create() {
        asadmin(
                "create-domain",
                "--nopassword=true",
                "--domaindir",
                directory.toString(),
                "--adminport",
                Integer.toString(adminPort),
                "--instanceport",
                Integer.toString(httpPort),
                "--domainproperties",
                String.join(
                        ":",
                        List.of(
                                        "http.ssl.port",
                                        "jms.port",
                                        "orb.listener.port",
                                        "orb.ssl.port",
                                        "orb.mutualauth.port",
                                        "domain.jmxPort",
                                        "osgi.shell.telnet.port",
                                        "java.debugger.port",
                                        "hazelcast.das.port",
                                        "hazelcast.start.port")
                                .stream()
                                .map(name -> name + "=" + Ports.free())
                                .toList()),
                NAME);
    }

    private void stopIfRunning() {
        if (isRunning()) {
            close();
        }
    }

    private void asadmin(String... arguments) {
        commands++;
        List<String> command = new ArrayList<>();
        command.add(Build.payaraServer()
                .resolve(MariaDbProgram.isWindows() ? "bin/asadmin.bat" : "bin/asadmin")
                .toString());
        command.addAll(List.of(arguments));
        ChildProcess.start(directory, directory.resolve("asadmin-" + commands + ".log"), command, environment)
                .succeed();
    }
}
