package dev.opensync.harness;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps the servers for the whole run; JUnit closes them at its end. */
final class SystemTestExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == TestServer.class || type == TestServers.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestServers servers = context.getRoot()
                .getStore(Namespace.create(SystemTestExtension.class))
                .computeIfAbsent(TestServers.class, type -> new TestServers(), TestServers.class);
        return parameter.getParameter().getType() == TestServer.class ? servers.shared() : servers;
    }
}
