package dev.opensync.sync;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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

    @Resource(lookup = "java:app/jdbc/opensync")
    DataSource dataSource;

    @Inject
    InstantSource clock;

    /** {@code body}: the JSON text of the event; {@code sessionExternalId} null if it names no session. */
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
            throw new StorageException(e);
        }
    }
}
