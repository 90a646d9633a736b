package dev.opensync.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The one directory that holds everything to be kept, locked for one launcher at a time. */
final class DataDirectory implements AutoCloseable {

    private static final String LOCK_FILE = "opensync.lock";
    private static final String PID_FILE = "opensync.pid";
    private static final String STOPPING = " stopping";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final int PASSWORD_BYTES = 24;

    private final Path root;
    private final FileChannel lockChannel;
    private boolean running;

    private DataDirectory(Path root, FileChannel lockChannel) {
        this.root = root;
        this.lockChannel = lockChannel;
    }

    /**
     * Creates the directory if need be and takes its lock, which the operating system gives back even after a crash.
     *
     * @throws StartFailure if another launcher has it, or the directory belongs to something else
     */
    static DataDirectory open(Path root) {
        try {
            refuseForeign(root);
            Files.createDirectories(root);
            restrict(root, OWNER_ONLY_DIRECTORY);
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel, root)) {
                channel.close();
                throw new StartFailure("OpenSync already runs"
                        + readPid(root).map(pid -> " (pid " + pid + ")").orElse("") + " on this data directory: "
                        + root);
            }
            return new DataDirectory(root, channel);
        } catch (IOException e) {
            throw new StartFailure("The data directory cannot be used: " + root, e);
        }
    }

    /** The process that held the directory last and never said goodbye; it is gone, or the lock would be taken. */
    Optional<String> pidOfCrashedRun() {
        try {
            return readPid(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Before anything is started; forgets the processes of earlier runs. */
    void announceRun() {
        running = true;
        processes().clear();
        write(root.resolve(PID_FILE), Long.toString(ProcessHandle.current().pid()));
    }

    /** From now on the next launcher waits for the lock instead of giving up. */
    void announceStop() {
        if (running) {
            write(root.resolve(PID_FILE), ProcessHandle.current().pid() + STOPPING);
        }
    }

    Path database() {
        return root.resolve("mariadb");
    }

    Path logs() {
        return directory("logs");
    }

    /** Emptied at every start. */
    Path scratch() {
        return directory("runtime");
    }

    void emptyScratch() {
        deleteTree(scratch());
    }

    /** Kept in a file that only the owner can read; made on first use. */
    String databasePassword() {
        Path file = root.resolve("database-password");
        try {
            if (Files.exists(file)) {
                return Files.readString(file).trim();
            }
            byte[] secret = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(secret);
            String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            writeSecret(file, password);
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processes of this directory, so that a later start can name those that a killed launcher left behind. */
    ProcessRecord processes() {
        return new ProcessRecord(root.resolve("processes"));
    }

    @Override
    public void close() {
        try {
            if (running) {
                processes().clear();
                Files.deleteIfExists(root.resolve(PID_FILE));
            }
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writeSecret(Path file, String content) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file);
            restrict(file, OWNER_ONLY);
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void deleteTree(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scratch directory is emptied, so a directory with somebody else's files must never be taken. */
    private static void refuseForeign(Path root) throws IOException {
        if (!Files.isDirectory(root) || Files.exists(root.resolve(LOCK_FILE))) {
            return;
        }
        try (Stream<Path> entries = Files.list(root)) {
            if (entries.anyMatch(entry -> !entry.endsWith("opensync.properties"))) {
                throw new StartFailure("The data directory holds files that are not OpenSync's: " + root
                        + ". Set OPENSYNC_DATA_DIR to a new or empty directory.");
            }
        }
    }

    private static boolean locked(FileChannel channel, Path root) throws IOException {
        try {
            FileLock lock = pidFile(root).endsWith(STOPPING) ? channel.lock() : channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static Optional<String> readPid(Path root) throws IOException {
        String pid = pidFile(root).replace(STOPPING, "").trim();
        return pid.isEmpty() ? Optional.empty() : Optional.of(pid);
    }

    private static String pidFile(Path root) throws IOException {
        Path file = root.resolve(PID_FILE);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private Path directory(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void restrict(Path path, Set<PosixFilePermission> permissions) throws IOException {
        FileStore store = Files.getFileStore(path);
        if (store.supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }
}
