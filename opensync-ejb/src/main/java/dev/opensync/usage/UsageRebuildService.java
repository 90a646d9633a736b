package dev.opensync.usage;

import dev.opensync.schema.DataSources;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Finding sums that are missing or counted by older rules, and putting them right, one account at a time. */
@Stateless
public class UsageRebuildService {

    private static final String TABLE = "usage_daily";

    private static final String FORMAT = "SELECT format FROM derived_format WHERE name = ?";

    private static final String STORE_FORMAT = """
            INSERT INTO derived_format (name, format) VALUES (?, ?)
            ON DUPLICATE KEY UPDATE format = VALUES(format)
            """;

    private static final String WITH_SESSIONS = """
            SELECT a.id FROM account a
            WHERE EXISTS (SELECT 1 FROM coding_session s WHERE s.account_id = a.id)
            """;

    private static final String WITHOUT_SUMS =
            WITH_SESSIONS + "AND NOT EXISTS (SELECT 1 FROM usage_daily u WHERE u.account_id = a.id)";

    @Resource(lookup = DataSources.DEFAULT)
    DataSource dataSource;

    /** Whether {@link #storeFormat} was last called by a server that counts as this one does. */
    public boolean isFormatCurrent() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FORMAT)) {
            statement.setString(1, TABLE);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getInt("format") == UsageRebuild.FORMAT;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The format of the sums cannot be read", e);
        }
    }

    /** Every sum is now as this server counts. */
    public void storeFormat() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(STORE_FORMAT)) {
            statement.setString(1, TABLE);
            statement.setInt(2, UsageRebuild.FORMAT);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The format of the sums cannot be stored", e);
        }
    }

    public List<Long> accountsWithSessions() {
        return accounts(WITH_SESSIONS);
    }

    /** Those that have sessions, and not a single sum. */
    public List<Long> accountsWithoutSums() {
        return accounts(WITHOUT_SUMS);
    }

    /** While syncs go on; see {@link UsageRebuild}. */
    public void rebuild(long accountId) {
        try (Connection connection = dataSource.getConnection()) {
            new UsageRebuild(connection).rebuild(accountId);
        } catch (SQLException e) {
            throw new IllegalStateException("The sums of account " + accountId + " cannot be rebuilt", e);
        }
    }

    private List<Long> accounts(String query) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            List<Long> accounts = new ArrayList<>();
            while (rows.next()) {
                accounts.add(rows.getLong("id"));
            }
            return accounts;
        } catch (SQLException e) {
            throw new IllegalStateException("Accounts cannot be read", e);
        }
    }
}
