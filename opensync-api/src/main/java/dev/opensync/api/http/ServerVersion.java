package dev.opensync.api.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which OpenSync this is, as the build wrote it down. */
@ApplicationScoped
public class ServerVersion {

    private final Properties build = new Properties();

    @PostConstruct
    void read() {
        try (InputStream written = ServerVersion.class.getResourceAsStream("build.properties")) {
            build.load(written);
        } catch (IOException e) {
            throw new UncheckedIOException("The version of this build cannot be read", e);
        }
    }

    /** For example {@code 1.0.0}. */
    public String text() {
        return build.getProperty("version");
    }
}
