package dev.opensync.test.server;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.PageClient;
import dev.opensync.harness.PayaraDomain;
import dev.opensync.harness.TestServers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts a Payara Server before Arquillian looks for one, and proves that it stops cleanly afterwards. */
final class PayaraServerExtension implements BeforeAllCallback, AfterAllCallback {

    private static final String KEY = "osk_enterpriseTestsAdministrator000000000000";

    static final String ADMIN_EMAIL = "admin@example.org";
    static final String ADMIN_PASSWORD = "correct horse battery staple";

    private final TokenIssuer issuer = new TokenIssuer();
    private PayaraDomain domain;

    @SuppressWarnings("NullAway.Init")
    PayaraServerExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        domain = PayaraDomain.start(
                TestServers.of(context).schema("enterprise"),
                Map.of(
                        "OPENSYNC_INIT_EMAIL", ADMIN_EMAIL,
                        "OPENSYNC_INIT_PASSWORD", ADMIN_PASSWORD,
                        "OPENSYNC_INIT_API_KEY", KEY,
                        "MP_JWT_VERIFY_ISSUER", TokenIssuer.NAME,
                        "MP_JWT_VERIFY_PUBLICKEY", issuer.publicKey()));
        // arquillian.xml asks for it.
        System.setProperty("opensync.test.payara.admin-port", Integer.toString(domain.adminPort()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        domain.close();
        if (domain.isRunning()) {
            throw new AssertionError("Payara Server said it had stopped, but runs");
        }
    }

    void deploy(Path archive) {
        domain.deploy("opensync", archive);
    }

    /** Whose tokens the server takes. */
    TokenIssuer issuer() {
        return issuer;
    }

    PageClient visitor() {
        return new PageClient(domain.baseUrl());
    }

    /** With the administrator's key. */
    ApiClient client() {
        return domain.client().withToken(KEY);
    }
}
