package dev.opensync.test.identity;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.Database;
import dev.opensync.harness.PageClient;
import dev.opensync.harness.PageClient.Page;
import dev.opensync.harness.TestServer;
import dev.opensync.test.api.Synced;

/** Somebody with an account of their own, so that no test spoils another's. */
record Person(TestServer server, String email) {

    static final String PASSWORD = "a horse of one's own";

    /** Where sign-up is open. */
    static Person signUp(TestServer server) {
        Person person = new Person(server, Synced.newId() + "@example.org");
        PageClient pages = server.visitor();
        pages.submit(
                pages.get("/sign-up"),
                "signUpForm",
                "signUp",
                "name",
                "Somebody",
                "email",
                person.email,
                "password",
                PASSWORD);
        return person;
    }

    /** On the sign-in page, wherever {@code page} is. */
    static Page signIn(PageClient pages, Page page, String email, String password) {
        return pages.submit(page, "loginForm", "signIn", "email", email, "password", password);
    }

    Page signIn(PageClient pages) {
        return signIn(pages, pages.get("/login"), email, PASSWORD);
    }

    Page signInAndBeRemembered(PageClient pages) {
        return pages.submit(
                pages.get("/login"), "loginForm", "signIn", "email", email, "password", PASSWORD, "remember", "on");
    }

    /** With a new key; {@code scopes} are separated by commas, {@code expiresMs} 0 for never. */
    ApiClient client(String scopes, long expiresMs) {
        return server.anonymous().withToken(storeKey(server.database(), email, scopes, expiresMs));
    }

    /** Returns a new key of that person. */
    static String storeKey(Database database, String email, String scopes, long expiresMs) {
        String key = "osk_" + Synced.newId();
        Sql.change(
                database,
                "INSERT INTO api_key (account_id, name, prefix, secret_hash, scopes, created_ms, expires_ms)"
                        + " SELECT id, 'Laptop', 'osk_test', UNHEX(SHA2(?, 256)), ?, 1, NULLIF(?, 0) FROM account"
                        + " WHERE email = ?",
                key,
                scopes,
                expiresMs,
                email);
        return key;
    }
}
