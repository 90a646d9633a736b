package dev.opensync.sync;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** Stores batches of several requests in one transaction. Callers come through {@link SyncQueue}. */
@ApplicationScoped
public class SyncStore {

    @Resource(lookup = "java:app/jdbc/opensync")
    DataSource dataSource;

    @Inject
    InstantSource clock;

    private HeldConnections connections;

    @SuppressWarnings("NullAway.Init")
    SyncStore() {}

    @PostConstruct
    void open() {
        connections = new HeldConnections(dataSource);
    }

    @PreDestroy
    void close() {
        connections.close();
    }

    /** All or nothing; one report for each batch, in their order. Fails with {@link StorageException} alone. */
    public List<SyncReport> store(List<SyncBatch> batches) {
        HeldConnection connection = connections.take();
        List<SyncReport> reports;
        try {
            reports = new SyncTransaction(connection.jdbc(), clock.millis()).store(batches);
        } catch (SQLException e) {
            connection.discard();
            throw new StorageException(e);
        } catch (RuntimeException e) {
            connection.discard();
            throw StorageException.ofDefect(e);
        }
        commit(connection);
        return reports;
    }

    private void commit(HeldConnection connection) {
        try {
            connection.jdbc().commit();
        } catch (SQLException e) {
            connection.discard();
            throw StorageException.ofCommit(e);
        }
        connections.giveBack(connection);
    }
}
