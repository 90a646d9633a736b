package dev.opensync.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that the build lays beside the launcher's jar: the application, the server, their start commands. */
record Distribution(Path directory) {

    /** Where this class was loaded from. */
    static Distribution ofThisProgram() {
        try {
            Path jar = Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new Distribution(jar.resolveSibling(""));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Path application() {
        return existing("opensync.war");
    }

    Path payaraMicro() {
        return existing("payara-micro.jar");
    }

    /** The shared commands and the address to listen on, which Payara Micro takes in no other way. */
    Path prebootCommands(Path scratch, Settings settings) throws IOException {
        String listener =
                "configs.config.server-config.network-config.network-listeners.network-listener.http-listener";
        return Files.writeString(
                scratch.resolve("preboot.asadmin"),
                resource("preboot.asadmin") + "set " + listener + ".address=" + settings.httpAddress() + "\n");
    }

    Path loggingProperties(Path scratch, Path logs) throws IOException {
        // The percent sign has a meaning in a log file pattern, the backslash in a properties file.
        String directory = logs.toString().replace("%", "%%").replace('\\', '/');
        return Files.writeString(
                scratch.resolve("logging.properties"),
                resource("logging.properties").replace("${logs}", directory),
                StandardCharsets.ISO_8859_1);
    }

    private Path existing(String name) {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            throw new StartFailure("Missing: " + file + ". Build first: ./mvnw -DskipTests package");
        }
        return file;
    }

    private static String resource(String name) throws IOException {
        try (InputStream content = Distribution.class.getResourceAsStream("/payara/" + name)) {
            if (content == null) {
                throw new IOException("Not in the jar: " + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
