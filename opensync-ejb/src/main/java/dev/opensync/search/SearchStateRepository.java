package dev.opensync.search;

import dev.opensync.schema.DataSources;
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

/** All search indexes together, for those who look after them: pages that show it ask every other second. */
@ApplicationScoped
public class SearchStateRepository {

    private static final String ALL = """
            SELECT id, owned_until_ms >= ?, ordered_ms IS NOT NULL, rebuild_after IS NULL, COALESCE(rebuild_after, 0),
                (SELECT ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000) - created_ms FROM search_task
                 WHERE index_id = search_index.id ORDER BY search_task.id LIMIT 1) behind_ms
            FROM search_index WHERE name NOT LIKE ? ORDER BY id
            """;

    private static final String WAITING = counted("search_task");
    private static final String FAILURES = counted("search_failure");

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    @Inject
    InstantSource clock;

    /** In order of age; {@code hereId} is the index of this server. */
    List<IndexState> all(long hereId) throws SQLException {
        List<IndexState> states = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ALL)) {
            SessionExtent sessions = SessionExtent.read(connection);
            statement.setLong(1, clock.millis());
            statement.setString(2, MeaningRepository.NAME + "%");
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    long id = found.getLong(1);
                    boolean complete = found.getBoolean(4);
                    states.add(new IndexState(
                            id,
                            id == hereId,
                            found.getBoolean(2),
                            found.getBoolean(3),
                            complete,
                            sessions.sessions(),
                            complete ? sessions.sessions() : sessions.within(0, found.getLong(5)),
                            count(connection, WAITING, id),
                            Math.max(0, found.getLong(6)),
                            count(connection, FAILURES, id)));
                }
            }
        }
        return states;
    }

    private static String counted(String table) {
        return "SELECT COUNT(*) FROM (SELECT 1 FROM " + table + " WHERE index_id = ? LIMIT " + SearchState.MOST_COUNTED
                + ") counted";
    }

    private static long count(Connection connection, String sql, long indexId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, indexId);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
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
}
