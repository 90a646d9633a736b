package dev.opensync.schema;

import org.hibernate.dialect.Dialect;
import org.hibernate.dialect.MariaDBDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolver;
import org.jspecify.annotations.Nullable;

/** Tells a MariaDB server from a MySQL one: Connector/J names both MySQL, but the version text gives it away. */
public class MariaDbDialectResolver implements DialectResolver {

    @Override
    public @Nullable Dialect resolveDialect(DialectResolutionInfo info) {
        return info.getDatabaseVersion().contains("MariaDB") ? new MariaDBDialect(info) : null;
    }
}
