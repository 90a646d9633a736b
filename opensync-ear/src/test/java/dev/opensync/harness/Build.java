package dev.opensync.harness;

import java.nio.file.Path;

/** Where the build has put what it ships and what the tests need. */
public final class Build {

    private static final Path DIRECTORY =
            Path.of(System.getProperty("opensync.test.build", "target")).toAbsolutePath();
    /** Of this process of tests; empty if it is the only one. */
    static final String PROCESS = System.getProperty("opensync.test.fork", "");

    private Build() {}

    /** The build directory of this module; everything a test writes goes below it. */
    public static Path directory() {
        return DIRECTORY;
    }

    /** For what a server of these tests writes while it runs. Tests that run beside these in another process have their own. */
    public static Path run(String name) {
        return DIRECTORY.resolve("runs").resolve(PROCESS).resolve(name);
    }

    /** Root of the source tree. */
    public static Path project() {
        return DIRECTORY.resolve("../..").normalize();
    }

    public static Path war() {
        return project().resolve("opensync-web/target/opensync.war");
    }

    public static Path ear() {
        return DIRECTORY.resolve("opensync.ear");
    }

    public static Path payaraMicro() {
        return DIRECTORY.resolve("servers/payara-micro.jar");
    }

    /** The unpacked distribution of Payara Server. */
    public static Path payaraServer() {
        return DIRECTORY.resolve("servers/payara6");
    }

    public static Path prebootCommands() {
        return project().resolve("config/payara/preboot.asadmin");
    }
}
