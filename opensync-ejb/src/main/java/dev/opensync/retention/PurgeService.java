package dev.opensync.retention;

import dev.opensync.schema.DataSources;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Removing leftovers a few at a time, so that nobody waits for their locks. */
@Stateless
public class PurgeService {

    static final int BATCH = 1_000;

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    /** Of those whose end was before that time, at most {@link #BATCH}; returns how many went. */
    public int removeSome(Leftover leftover, long endedBeforeMs) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(leftover.delete)) {
            statement.setLong(1, endedBeforeMs);
            statement.setInt(2, BATCH);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Rows cannot be removed: " + leftover, e);
        }
    }
}
