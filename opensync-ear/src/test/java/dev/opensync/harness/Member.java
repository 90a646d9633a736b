package dev.opensync.harness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A second person on a server, without any right over the data of the first. */
public record Member(PageClient pages, ApiClient api) {

    private static final String EMAIL = "member@example.org";
    private static final String PASSWORD = "another horse battery staple";
    private static final String KEY = "osk_systemTestsMember0000000000000000000000000";

    /** Where sign-up is open. The key is put into the database: making one needs the scripts of a browser. */
    static Member signUp(OpenSyncServer server, Database database) {
        PageClient pages = new PageClient(server.baseUrl());
        pages.submit(
                pages.get("/sign-up"), "signUpForm", "signUp", "name", "Member", "email", EMAIL, "password", PASSWORD);
        PageClient.Page page = pages.get("/sessions");
        if (page.address().getPath().equals("/login")) {
            page = pages.submit(page, "loginForm", "signIn", "email", EMAIL, "password", PASSWORD);
        }
        if (page.address().getPath().equals("/login")) {
            throw new AssertionError("Not signed in: " + page.text());
        }
        storeKey(database);
        return new Member(pages, server.client().withToken(KEY));
    }

    private static void storeKey(Database database) {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO api_key (account_id, name, prefix, secret_hash, scopes, created_ms)"
                                + " SELECT id, 'Tests', 'osk_syst', UNHEX(SHA2(?, 256)), 'SYNC,READ', 1 FROM account"
                                + " WHERE email = ?")) {
            insert.setString(1, KEY);
            insert.setString(2, EMAIL);
            if (insert.executeUpdate() != 1) {
                throw new AssertionError("No account of " + EMAIL);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
