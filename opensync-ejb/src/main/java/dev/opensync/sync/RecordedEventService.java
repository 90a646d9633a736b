package dev.opensync.sync;

import dev.opensync.schema.DataSources;
import dev.opensync.shared.ErrorCode;
import dev.opensync.shared.OpenSyncException;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeping every event of the function interface as it came, whatever else is made of it. */
@Stateless
public class RecordedEventService {

    private static final String INSERT = """
            INSERT INTO recorded_event (account_id, session_external_id, type, body, received_ms)
            VALUES (?, ?, ?, ?, ?)
            """;

    private static final Logger LOG = System.getLogger(RecordedEventService.class.getName());

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    @Inject
    InstantSource clock;

    /**
     * {@code body}: the JSON text of the event; {@code sessionExternalId} null if it names no session. Fails with
     * {@code UNAVAILABLE} if the database is away.
     */
    public void record(long accountId, @Nullable String sessionExternalId, String type, byte[] body) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setLong(1, accountId);
            statement.setString(2, sessionExternalId);
            statement.setString(3, ColumnWidth.TYPE.cut(type));
            statement.setBytes(4, body);
            statement.setLong(5, clock.millis());
            statement.executeUpdate();
        } catch (SQLException e) {
            LOG.log(Level.ERROR, "An event could not be recorded", e);
            throw OpenSyncException.of(ErrorCode.UNAVAILABLE, "The database cannot be reached; nothing was stored");
        }
    }
}
