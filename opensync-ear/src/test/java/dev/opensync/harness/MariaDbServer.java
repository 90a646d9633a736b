package dev.opensync.harness;

import static dev.opensync.harness.Patience.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A MariaDB server of the tests: loopback only, as durable as the one that ships, with as many schemas as asked for. */
public final class MariaDbServer implements AutoCloseable {

    private static final String USER = "opensync";
    private static final String PASSWORD = "only-for-tests";

    private final Path directory;
    private final int port;
    private ChildProcess process;

    private MariaDbServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.process = launch();
    }

    /** A new one with no data. */
    public static MariaDbServer start(String name) {
        Path directory = Folders.empty(Build.run("database-" + name));
        install(directory);
        return open(directory);
    }

    /** With the data that the last one of that name left; a new one if there was none. */
    public static MariaDbServer resume(String name) {
        Path directory = Build.run("database-" + name);
        return Files.isDirectory(directory.resolve("data")) ? open(directory) : start(name);
    }

    private static MariaDbServer open(Path directory) {
        MariaDbServer server = new MariaDbServer(directory, Ports.free());
        server.awaitConnections();
        return server;
    }

    /** An empty schema, made anew if there was one of that name. */
    public Database schema(String name) {
        execute("DROP DATABASE IF EXISTS " + name);
        return keptSchema(name);
    }

    /** The schema as it is; an empty one if there was none of that name. */
    public Database keptSchema(String name) {
        execute("CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        return account(name);
    }

    private void execute(String sql) {
        try (Connection connection = account("mysql").connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void kill() {
        process.kill();
    }

    /** On the same data and port. */
    public void restart() {
        process = launch();
        awaitConnections();
    }

    @Override
    public void close() {
        process.stop();
    }

    private Database account(String schema) {
        return Database.at(port, schema, USER, PASSWORD);
    }

    private void awaitConnections() {
        await().pollInterval(Duration.ofMillis(100)).until(this::takesConnections);
    }

    private boolean takesConnections() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The database ended. " + process.lastLines());
        }
        try (Connection connection = account("mysql").connect()) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static void install(Path directory) {
        Path program = MariaDbProgram.unpacked();
        List<String> command = MariaDbProgram.isWindows()
                ? List.of(program.resolve("bin/mysql_install_db.exe").toString(), "--datadir=" + directory)
                : List.of(
                        program.resolve("scripts/mariadb-install-db").toString(),
                        "--no-defaults",
                        "--basedir=" + program,
                        "--datadir=" + directory.resolve("data"),
                        temporary(directory),
                        "--force",
                        "--skip-name-resolve",
                        "--skip-test-db");
        ChildProcess.start(program, directory.resolve("install.log"), command, MariaDbProgram.environment())
                .succeed();
        try {
            Files.writeString(directory.resolve("accounts.sql"), """
                    CREATE USER IF NOT EXISTS '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                    GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'127.0.0.1';
                    FLUSH PRIVILEGES;
                    """.formatted(USER, PASSWORD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own: a MariaDB that starts removes the temporary tables of any other in the same directory. */
    private static String temporary(Path directory) {
        return "--tmpdir=" + Folders.empty(directory.resolve("tmp"));
    }

    private ChildProcess launch() {
        Path program = MariaDbProgram.unpacked();
        List<String> command = new ArrayList<>(List.of(
                program.resolve(MariaDbProgram.isWindows() ? "bin/mysqld.exe" : "bin/mariadbd")
                        .toString(),
                "--no-defaults",
                "--basedir=" + program,
                "--datadir=" + directory.resolve("data"),
                temporary(directory),
                "--init-file=" + directory.resolve("accounts.sql"),
                // Relative to the data directory: an absolute name may pass the limit of 107 characters.
                "--socket=mariadb.sock",
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=256M",
                "--innodb-log-file-size=128M",
                "--max-allowed-packet=128M",
                "--max-connections=300"));
        if ("root".equals(System.getProperty("user.name"))) {
            // MariaDB refuses to run as root unless told so.
            command.add("--user=root");
        }
        return ChildProcess.start(
                directory, directory.resolve("server.log"), command, Map.copyOf(MariaDbProgram.environment()));
    }
}
