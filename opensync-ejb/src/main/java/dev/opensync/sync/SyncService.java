package dev.opensync.sync;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** Stores batches of several requests in one transaction. Callers come through {@link SyncQueue}. */
@Stateless
public class SyncService {

    @Resource(lookup = "java:app/jdbc/opensync")
    DataSource dataSource;

    @Inject
    InstantSource clock;

    /** All or nothing; one report for each batch, in their order. Fails with {@link StorageException}. */
    public List<SyncReport> store(List<SyncBatch> batches) {
        try (Connection connection = dataSource.getConnection()) {
            return new SyncTransaction(connection, clock.millis()).store(batches);
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
