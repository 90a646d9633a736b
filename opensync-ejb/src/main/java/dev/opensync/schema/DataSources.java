package dev.opensync.schema;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Singleton;
import java.sql.Connection;

/**
 * The connection pools: one for everything, and one for storing what clients send, where statements may be kept at the
 * database and transactions are begun and ended on the connection itself.
 *
 * <p>READ COMMITTED, because under MySQL's default level gap locks turn parallel inserts into deadlocks.
 */
@DataSourceDefinition(
        name = DataSources.DEFAULT,
        className = DataSources.DRIVER,
        url = DataSources.URL,
        user = DataSources.USER,
        password = DataSources.PASSWORD,
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        minPoolSize = 4,
        maxPoolSize = 64,
        properties = {
            DataSources.SETS_AS_ONE_STATEMENT,
            DataSources.CACHE,
            DataSources.CACHE_SIZE,
            DataSources.CACHE_LENGTH,
            DataSources.LOCAL_STATE,
            DataSources.LOCAL_CONFIGURATION,
            DataSources.NO_TRACING,
            DataSources.NO_INFORMATION_SCHEMA,
            DataSources.VALIDATED,
            DataSources.VALIDATION,
            DataSources.VALIDATION_CLASS,
            DataSources.VALIDATION_PERIOD,
            DataSources.ALL_FAIL,
            DataSources.NO_CERTIFICATE,
            DataSources.KEEP_ALIVE,
            DataSources.CONNECT_TIMEOUT,
            DataSources.SOCKET_TIMEOUT
        })
@DataSourceDefinition(
        name = DataSources.STORING,
        className = DataSources.DRIVER,
        url = DataSources.URL,
        user = DataSources.USER,
        password = DataSources.PASSWORD,
        isolationLevel = Connection.TRANSACTION_READ_COMMITTED,
        transactional = false,
        minPoolSize = 4,
        maxPoolSize = 64,
        properties = {
            DataSources.PREPARED_AT_THE_DATABASE,
            DataSources.SETS_AS_ONE_STATEMENT,
            DataSources.CACHE,
            DataSources.CACHE_SIZE,
            DataSources.CACHE_LENGTH,
            DataSources.LOCAL_STATE,
            DataSources.LOCAL_CONFIGURATION,
            DataSources.NO_TRACING,
            DataSources.NO_INFORMATION_SCHEMA,
            DataSources.VALIDATED,
            DataSources.VALIDATION,
            DataSources.VALIDATION_CLASS,
            DataSources.VALIDATION_PERIOD,
            DataSources.ALL_FAIL,
            DataSources.NO_CERTIFICATE,
            DataSources.KEEP_ALIVE,
            DataSources.CONNECT_TIMEOUT,
            DataSources.SOCKET_TIMEOUT
        })
@Singleton
public class DataSources {

    /** Takes part in the container's transactions. */
    public static final String DEFAULT = "java:app/jdbc/opensync";

    /** Outside the container's transactions; whoever borrows a connection begins and ends its own. */
    public static final String STORING = "java:app/jdbc/opensync-storing";

    static final String DRIVER = "com.mysql.cj.jdbc.MysqlDataSource";
    static final String URL = "${MPCONFIG=opensync.db.url:jdbc:mysql://localhost:3306/opensync}";
    static final String USER = "${MPCONFIG=opensync.db.user:opensync}";
    static final String PASSWORD = "${MPCONFIG=opensync.db.password:}";

    static final String PREPARED_AT_THE_DATABASE = "useServerPrepStmts=true";

    /** A set of rows travels as one statement. */
    static final String SETS_AS_ONE_STATEMENT = "rewriteBatchedStatements=true";

    static final String CACHE = "cachePrepStmts=true";
    static final String CACHE_SIZE = "prepStmtCacheSize=250";
    static final String CACHE_LENGTH = "prepStmtCacheSqlLimit=8192";

    /** Nobody else changes these settings of our connections, so asking the server before each statement is waste. */
    static final String LOCAL_STATE = "useLocalSessionState=true";

    static final String LOCAL_CONFIGURATION = "cacheServerConfiguration=true";

    /** Otherwise the driver reports each statement to the application server's tracing, which nobody reads. */
    static final String NO_TRACING = "openTelemetry=DISABLED";

    /** Otherwise a feature of MySQL alone is asked for, and MariaDB fails. */
    static final String NO_INFORMATION_SCHEMA = "useInformationSchema=false";

    /** After a restart or fail-over of the database no dead connection is handed out again. */
    static final String VALIDATED = "fish.payara.is-connection-validation-required=true";

    static final String VALIDATION = "fish.payara.connection-validation-method=custom-validation";
    static final String VALIDATION_CLASS =
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation";
    static final String VALIDATION_PERIOD = "fish.payara.validate-atmost-once-period-in-seconds=1";
    static final String ALL_FAIL = "fish.payara.fail-all-connections=true";

    /** The driver would offer the application server's own certificate, and MySQL hang up. */
    static final String NO_CERTIFICATE = "fallbackToSystemKeyStore=false";

    /** A server that is gone is noticed, and a stuck one does not hold a request for ever. */
    static final String KEEP_ALIVE = "tcpKeepAlive=true";

    static final String CONNECT_TIMEOUT = "connectTimeout=10000";
    static final String SOCKET_TIMEOUT = "socketTimeout=120000";
}
