package dev.opensync.sync;

import com.mysql.cj.jdbc.JdbcConnection;
import dev.opensync.schema.DataSources;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/** Stores batches of several requests in one transaction. Callers come through {@link SyncQueue}. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
public class SyncService {

    @Resource(lookup = DataSources.STORING)
    DataSource dataSource;

    @Inject
    InstantSource clock;

    /** All or nothing; one report for each batch, in their order. Fails with {@link StorageException}. */
    public List<SyncReport> store(List<SyncBatch> batches) {
        try (Connection pooled = dataSource.getConnection();
                StoringConnection connection = new StoringConnection(pooled.unwrap(JdbcConnection.class))) {
            List<SyncReport> reports = new SyncTransaction(connection, clock.millis()).store(batches);
            connection.commit();
            return reports;
        } catch (SQLException e) {
            throw new StorageException(e);
        }
    }
}
