package dev.opensync.search;

import dev.opensync.search.SearchState.IndexState;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** All search indexes together, for those who look after them. */
@ApplicationScoped
public class SearchStateRepository {

    @Resource(lookup = "java:app/jdbc/opensync")
    DataSource dataSource;

    @Inject
    InstantSource clock;

    /** In order of age; {@code hereId} is the index of this server. */
    List<IndexState> all(long hereId) throws SQLException {
        List<IndexState> states = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        SELECT id, owned_until_ms >= ?, ordered_ms IS NOT NULL, rebuild_after IS NULL,
                            (SELECT COUNT(*) FROM coding_session) sessions,
                            (SELECT COUNT(*) FROM coding_session
                             WHERE rebuild_after IS NULL OR coding_session.id <= rebuild_after) done,
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
                    states.add(new IndexState(
                            found.getLong(1),
                            found.getLong(1) == hereId,
                            found.getBoolean(2),
                            found.getBoolean(3),
                            found.getBoolean(4),
                            found.getLong(5),
                            found.getLong(6),
                            found.getLong(7),
                            Math.max(0, found.getLong(8)),
                            found.getLong(9)));
                }
            }
        }
        return states;
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
}
