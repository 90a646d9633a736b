package dev.opensync.harness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** A person on a server, without any right over the data of others: signed in on the pages, with a key that syncs and reads. */
public record Member(PageClient pages, ApiClient api) {

    /** Where sign-up is open. The key is put into the database: making one needs the scripts of a browser. */
    static Member signUp(OpenSyncServer server, Database database, String name, String email, String password) {
        PageClient pages = new PageClient(server.baseUrl());
        pages.submit(pages.get("/sign-up"), "signUpForm", "signUp", "name", name, "email", email, "password", password);
        PageClient.Page page = pages.get("/sessions");
        if (page.address().getPath().equals("/login")) {
            throw new AssertionError("Not signed in: " + page.text());
        }
        return new Member(pages, server.client().withToken(storedKey(database, email)));
    }

    private static String storedKey(Database database, String email) {
        String key = "osk_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO api_key (account_id, name, prefix, secret_hash, scopes, created_ms)"
                                + " SELECT id, 'Tests', LEFT(?, 8), UNHEX(SHA2(?, 256)), 'SYNC,READ', 1 FROM account"
                                + " WHERE email = ?")) {
            insert.setString(1, key);
            insert.setString(2, key);
            insert.setString(3, email);
            if (insert.executeUpdate() != 1) {
                throw new AssertionError("No account of " + email);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return key;
    }
}
