package dev.opensync.test.server;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.PayaraDomain;
import dev.opensync.harness.TestServers;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts a Payara Server before Arquillian looks for one, and proves that it stops cleanly afterwards. */
final class PayaraServerExtension implements BeforeAllCallback, AfterAllCallback {

    private static final String KEY = "osk_enterpriseTestsAdministrator000000000000";

    private PayaraDomain domain;

    @SuppressWarnings("NullAway.Init")
    PayaraServerExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        domain = PayaraDomain.start(
                TestServers.of(context).schema("enterprise"),
                Map.of(
                        "OPENSYNC_INIT_EMAIL", "admin@example.org",
                        "OPENSYNC_INIT_PASSWORD", "correct horse battery staple",
                        "OPENSYNC_INIT_API_KEY", KEY));
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

    /** With the administrator's key. */
    ApiClient client() {
        return domain.client().withToken(KEY);
    }
}
