package dev.opensync.harness;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one server that all system tests share, with an administrator who has an API key. */
public final class TestServer implements AutoCloseable {

    public static final String ADMIN_EMAIL = "admin@example.org";
    public static final String ADMIN_PASSWORD = "correct horse battery staple";
    private static final String ADMIN_KEY = "osk_systemTestsAdministrator00000000000000000";

    private final OpenSyncServer server;
    private final Database database;
    private @Nullable Member member;

    TestServer(Database database) {
        this.database = database;
        server = OpenSyncServer.start(
                "shared",
                database,
                Map.of(
                        "OPENSYNC_INIT_EMAIL", ADMIN_EMAIL,
                        "OPENSYNC_INIT_PASSWORD", ADMIN_PASSWORD,
                        "OPENSYNC_INIT_API_KEY", ADMIN_KEY,
                        "OPENSYNC_ACCOUNT_SIGN_UP", "open"));
    }

    /** Without a slash at the end. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    public String adminKey() {
        return ADMIN_KEY;
    }

    /** With the administrator's key. */
    public ApiClient admin() {
        return server.client().withToken(ADMIN_KEY);
    }

    /** Without credentials. */
    public ApiClient anonymous() {
        return server.client();
    }

    /** Without credentials, looking at pages. */
    public PageClient visitor() {
        return new PageClient(server.baseUrl());
    }

    /** Has signed up and signed in on the pages; made when first asked for. */
    public synchronized Member member() {
        if (member == null) {
            member = newMember("Member", "member@example.org", "another horse battery staple");
        }
        return member;
    }

    /** Another one. */
    public Member newMember(String name, String email, String password) {
        return Member.signUp(server, database, name, email, password);
    }

    /** For tests that must look behind the product. */
    public Database database() {
        return database;
    }

    @Override
    public void close() {
        server.close();
    }
}
