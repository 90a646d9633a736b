package dev.opensync.harness;

import org.jspecify.annotations.Nullable;

/** The database servers of a test run: one MariaDB for all, started when first asked for. */
final class Databases implements AutoCloseable {

    private @Nullable MariaDbServer mariaDb;

    /** Of the server that {@code opensync.test.database} names. */
    Database shared() {
        return "mysql".equals(System.getProperty("opensync.test.database")) ? GivenMySql.emptied() : mariaDb("shared");
    }

    synchronized Database mariaDb(String schema) {
        if (mariaDb == null) {
            mariaDb = MariaDbServer.start("shared");
        }
        return mariaDb.schema(schema);
    }

    @Override
    public synchronized void close() {
        if (mariaDb != null) {
            mariaDb.close();
        }
    }
}
