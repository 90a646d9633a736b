package dev.opensync.search;

import dev.opensync.search.SearchState.IndexState;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** All search indexes together, for those who look after them. */
@ApplicationScoped
public class SearchStateRepository {

    private static final Duration COUNT_HOLDS = Duration.ofSeconds(20);

    @Resource(lookup = "java:app/jdbc/opensync")
    DataSource dataSource;

    @Inject
    InstantSource clock;

    /** Of all accounts, for some seconds: pages that show it look every other second. */
    private volatile @Nullable SessionCount counted;

    /** In order of age; {@code hereId} is the index of this server. */
    List<IndexState> all(long hereId) throws SQLException {
        long sessions = sessions();
        List<IndexState> states = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT id, owned_until_ms >= ?, ordered_ms IS NOT NULL, rebuild_after IS NULL,
                            CASE WHEN rebuild_after IS NULL THEN 0 ELSE
                            (SELECT COUNT(*) FROM coding_session WHERE coding_session.id <= rebuild_after) END done,
                            (SELECT COUNT(*) FROM search_task WHERE index_id = search_index.id) waiting,
                            (SELECT ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000) - created_ms FROM search_task
                             WHERE index_id = search_index.id ORDER BY search_task.id LIMIT 1) behind_ms,
                            (SELECT COUNT(*) FROM search_failure WHERE index_id = search_index.id) failures
                        FROM search_index WHERE name NOT LIKE ? ORDER BY id
                        """)) {
            statement.setLong(1, clock.millis());
            statement.setString(2, MeaningRepository.NAME + "%");
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    boolean complete = found.getBoolean(4);
                    states.add(new IndexState(
                            found.getLong(1),
                            found.getLong(1) == hereId,
                            found.getBoolean(2),
                            found.getBoolean(3),
                            complete,
                            sessions,
                            complete ? sessions : Math.min(sessions, found.getLong(5)),
                            found.getLong(6),
                            Math.max(0, found.getLong(7)),
                            found.getLong(8)));
                }
            }
        }
        return states;
    }

    private long sessions() throws SQLException {
        SessionCount last = counted;
        if (last != null && clock.instant().isBefore(last.until())) {
            return last.sessions();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("SELECT COUNT(*) FROM coding_session");
                ResultSet found = statement.executeQuery()) {
            found.next();
            long sessions = found.getLong(1);
            counted = new SessionCount(sessions, clock.instant().plus(COUNT_HOLDS));
            return sessions;
        }
    }

    /** Of every index, but not of the vectors, which are kept; whoever feeds it begins within seconds. */
    void orderRebuild() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("UPDATE search_index SET ordered_ms = ? WHERE name NOT LIKE ?")) {
            statement.setLong(1, clock.millis());
            statement.setString(2, MeaningRepository.NAME + "%");
            statement.executeUpdate();
        }
    }

    private record SessionCount(long sessions, Instant until) {}
}
