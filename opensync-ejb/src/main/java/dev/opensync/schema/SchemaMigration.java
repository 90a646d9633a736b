package dev.opensync.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The connection pool, and the schema brought up to date before the application takes its first request.
 *
 * <p>READ COMMITTED, because under MySQL's default level gap locks turn parallel inserts into deadlocks.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/opensync",
        className = "com.mysql.cj.jdbc.MysqlDataSource",
        url = "${MPCONFIG=opensync.db.url:jdbc:mysql://localhost:3306/opensync}",
        user = "${MPCONFIG=opensync.db.user:opensync}",
        password = "${MPCONFIG=opensync.db.password:}",
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        minPoolSize = 4,
        maxPoolSize = 64,
        properties = {
            // A set of rows travels as one statement.
            "rewriteBatchedStatements=true",
            "cachePrepStmts=true",
            "prepStmtCacheSize=250",
            "prepStmtCacheSqlLimit=8192",
            // Nobody else changes these settings of our connections, so asking the server before each statement is
            // waste.
            "useLocalSessionState=true",
            "cacheServerConfiguration=true",
            // Otherwise the driver reports each statement to the application server's tracing, which nobody reads.
            "openTelemetry=DISABLED",
            // Otherwise a feature of MySQL alone is asked for, and MariaDB fails.
            "useInformationSchema=false",
            // After a restart or fail-over of the database no dead connection is handed out again.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
            "fish.payara.validate-atmost-once-period-in-seconds=1",
            "fish.payara.fail-all-connections=true",
            // The driver would offer the application server's own certificate, and MySQL hang up.
            "fallbackToSystemKeyStore=false",
            // A server that is gone is noticed, and a stuck one does not hold a request for ever.
            "tcpKeepAlive=true",
            "connectTimeout=10000",
            "socketTimeout=120000"
        })
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    @Resource(lookup = "java:app/jdbc/opensync")
    DataSource dataSource;

    @PostConstruct
    void migrate() {
        Flyway.configure(getClass().getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                // Branches are merged in another order than their migrations were written.
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
