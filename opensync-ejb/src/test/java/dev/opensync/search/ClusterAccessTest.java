package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster behind TLS, with a certificate that nobody knows. */
class ClusterAccessTest {

    private static final String STORE_PASSWORD = "changeit";

    @TempDir
    Path directory;

    private final Set<String> credentials = ConcurrentHashMap.newKeySet();
    private HttpsServer server;

    @BeforeEach
    void start() throws IOException, InterruptedException, GeneralSecurityException {
        keytool(
                "-genkeypair",
                "-alias",
                "node",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost");
        keytool("-exportcert", "-rfc", "-alias", "node", "-file", certificate().toString());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity()));
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void apiKeyIsShownToAClusterOfAKnownCertificate() {
        ClusterAccess access = new ClusterAccess(
                Optional.empty(), Optional.empty(), Optional.of("c2VjcmV0"), Optional.of(certificate()));

        try (SearchIndex index = home(access).open()) {
            assertThat(index.isClosed()).isFalse();
        }

        assertThat(credentials).containsExactly("ApiKey c2VjcmV0");
    }

    @Test
    void passwordIsShownToo() {
        ClusterAccess access = new ClusterAccess(
                Optional.of("ann"), Optional.of("secret"), Optional.empty(), Optional.of(certificate()));

        home(access).open().close();

        assertThat(credentials).containsExactly("Basic YW5uOnNlY3JldA==");
    }

    @Test
    void nothingIsShownToAnUnknownCluster() {
        ClusterAccess access =
                new ClusterAccess(Optional.empty(), Optional.empty(), Optional.of("c2VjcmV0"), Optional.empty());

        assertThatThrownBy(() -> home(access).open()).hasStackTraceContaining("SSLHandshakeException");
        assertThat(credentials).isEmpty();
    }

    private ClusterHome home(ClusterAccess access) {
        return new ClusterHome(
                List.of("https://localhost:" + server.getAddress().getPort()), access, new ClusterLayout("opensync"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        credentials.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
        byte[] body = "{\"version\": {\"distribution\": \"opensearch\", \"number\": \"2.14.0\"}}"
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private SSLContext identity() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store())) {
            store.load(file, STORE_PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store().toString(), "-storetype", "PKCS12", "-storepass", STORE_PASSWORD));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }

    private Path store() {
        return directory.resolve("node.p12");
    }

    private Path certificate() {
        return directory.resolve("node.pem");
    }
}
