package dev.opensync.test.server;

import dev.opensync.harness.ApiClient;
import dev.opensync.harness.PayaraDomain;
import dev.opensync.harness.TestServers;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts a Payara Server before Arquillian looks for one, and proves that it stops cleanly afterwards. */
final class PayaraServerExtension implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    static final String KEY = "osk_enterpriseTestsAdministrator000000000000";

    private final TestServers databases = new TestServers();
    private PayaraDomain domain;

    @SuppressWarnings("NullAway.Init")
    PayaraServerExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        domain = PayaraDomain.start(
                databases.schema("enterprise"),
                Map.of(
                        "OPENSYNC_INIT_EMAIL", "admin@example.org",
                        "OPENSYNC_INIT_PASSWORD", "correct horse battery staple",
                        "OPENSYNC_INIT_API_KEY", KEY));
        // arquillian.xml asks for it.
        System.setProperty("opensync.test.payara.admin-port", Integer.toString(domain.adminPort()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        try {
            domain.close();
            if (domain.isRunning()) {
                throw new AssertionError("Payara Server said it had stopped, but runs");
            }
        } finally {
            databases.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ApiClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return domain.client().withToken(KEY);
    }
}
