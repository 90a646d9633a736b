package dev.opensync.test.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.opensync.harness.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a client sent of a session beyond the known fields; no endpoint shows it, so it is read from the table. */
public final class StoredMetadata {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredMetadata() {}

    public static JsonNode of(Database database, String externalId) {
        try (Connection connection = database.connect();
                PreparedStatement query =
                        connection.prepareStatement("SELECT metadata FROM coding_session WHERE external_id = ?")) {
            query.setString(1, externalId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return JSON.readTree(String.valueOf(row.getString(1)));
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
